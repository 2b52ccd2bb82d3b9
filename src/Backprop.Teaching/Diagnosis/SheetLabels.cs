namespace Backprop.Teaching;

/// <summary>Labels such as <c>w5</c> or <c>h1</c>, and what follows from them: <c>∂E/∂w5</c>, <c>w5+</c>, <c>net_h1</c>, <c>delta_h1</c>.</summary>
sealed class SheetLabels
{
    static readonly string[] Losses = ["E", "Etotal", "J", "L", "C"];
    readonly Dictionary<string, QuantityId> known = new(StringComparer.Ordinal);

    /// <summary>The labels as they were declared, for messages.</summary>
    public List<string> Declared { get; } = [];

    /// <summary>Adds a label; false if it is there already.</summary>
    public bool Add(string label, QuantityId id)
    {
        if (label.Length == 0 || known.ContainsKey(Plain(label))) return false;
        AddKnown(label, id);
        return true;
    }

    /// <summary>Adds a label unless the sheet has declared it otherwise.</summary>
    public void AddKnown(string label, QuantityId id)
    {
        Declared.Add(label);
        var plain = Plain(label);
        known.TryAdd(plain, id);
        switch (id.Kind)
        {
            case QuantityKind.Weights: AddParameter(plain, id, QuantityKind.TotalWeightGradient, QuantityKind.WeightStep, QuantityKind.WeightsAfter); break;
            case QuantityKind.Biases: AddParameter(plain, id, QuantityKind.TotalBiasGradient, QuantityKind.BiasStep, QuantityKind.BiasesAfter); break;
            case QuantityKind.Activation or QuantityKind.PreActivation or QuantityKind.Delta: AddUnit(plain, id); break;
            default: break;
        }
    }

    /// <summary>What a name stands for, with <c>@i</c> behind it where the sheet has several samples; null if it is no label.</summary>
    public QuantityId? Find(string name, int countFrom)
    {
        var plain = Plain(name);
        if (known.TryGetValue(plain, out var id)) return id;
        var at = plain.LastIndexOf('@');
        if (at < 0 || !int.TryParse(plain.AsSpan(at + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var sample)) return null;
        return known.TryGetValue(plain[..at], out id) && id.IsPerSample ? id with { Sample = sample - countFrom } : null;
    }

    void AddParameter(string label, QuantityId id, QuantityKind gradient, QuantityKind step, QuantityKind after)
    {
        foreach (var loss in Losses) known.TryAdd($"d{loss}/d{label}", id with { Kind = gradient });
        foreach (var name in (string[])[$"d{label}", $"grad{label}"]) known.TryAdd(name, id with { Kind = gradient });
        foreach (var name in (string[])[$"step{label}", $"Δ{label}"]) known.TryAdd(name, id with { Kind = step });
        foreach (var name in (string[])[$"{label}+", $"{label}^+", $"{label}'", $"new{label}"]) known.TryAdd(name, id with { Kind = after });
    }

    void AddUnit(string label, QuantityId id)
    {
        void Each(QuantityKind kind, params string[] names)
        {
            foreach (var name in names) known.TryAdd(name, id with { Kind = kind });
        }
        Each(QuantityKind.PreActivation, $"net{label}", $"z{label}");
        Each(QuantityKind.Activation, $"out{label}", $"a{label}");
        Each(QuantityKind.Delta, $"delta{label}", $"δ{label}");
        Each(QuantityKind.ActivationDerivative, $"dout{label}/dnet{label}");
        foreach (var loss in Losses)
        {
            Each(QuantityKind.ActivationGradient, $"d{loss}/dout{label}");
            Each(QuantityKind.Delta, $"d{loss}/dnet{label}");
        }
    }

    // ∂E_total/∂w_5 and dEtotal/dw5 are the same
    static string Plain(string name) => string.Concat(name
        .Replace(@"\partial", "d", StringComparison.Ordinal).Replace(@"\delta", "δ", StringComparison.Ordinal).Replace('∂', 'd').Replace('⁺', '+').Replace('′', '\'')
        .Where(c => !char.IsWhiteSpace(c) && c is not ('_' or '{' or '}' or '\\')));
}
