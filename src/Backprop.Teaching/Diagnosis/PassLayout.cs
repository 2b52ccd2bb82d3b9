namespace Backprop.Teaching;

/// <summary>Which slot holds which quantity, for one shape of network and number of samples.</summary>
sealed class PassLayout
{
    /// <summary>The first slots, for passing results within one formula.</summary>
    public const int Temporaries = 32;

    readonly Dictionary<PassBlockKey, Span> spans = [];

    public PassLayout(Network network, int samples)
    {
        Network = network;
        Samples = samples;
        foreach (var info in QuantityKindInfo.All)
            for (var l = info.HasLayer ? 1 : 0; l <= (info.HasLayer ? network.LayerCount : 0); l++)
            {
                Reserve(new(info.Kind, l));
                if (info.Kind is QuantityKind.PreActivation or QuantityKind.Activation or QuantityKind.SampleLoss) Reserve(new(info.Kind, l, PassStage.After));
                // what is given, untouched, where a mistake changes it
                if (info.Kind is QuantityKind.Input or QuantityKind.Target) Reserve(new(info.Kind, l, PassStage.Report));
            }
        FirstParameter = Count;
        Count += Enum.GetValues<FormulaParameter>().Length;
    }

    public Network Network { get; }

    public int Samples { get; }

    /// <summary>How many slots the passing results, the quantities and the parameters take.</summary>
    public int Count { get; private set; } = Temporaries;

    public int FirstParameter { get; }

    /// <summary>The slot of an entry; −1 where the network has no such entry.</summary>
    public int Slot(PassBlockKey key, int row, int column, int sample)
    {
        if (!spans.TryGetValue(key, out var span)) return -1;
        return (uint)row < (uint)span.Rows && (uint)column < (uint)span.Columns && (uint)sample < (uint)span.Samples
            ? span.First + (((sample * span.Rows) + row) * span.Columns) + column
            : -1;
    }

    public int Slot(QuantityId id) => Slot(new(id.Kind, id.Layer ?? 0), id.Row ?? 0, id.Column ?? 0, id.Sample ?? 0);

    public (int Rows, int Columns, int Samples) Shape(PassBlockKey key)
    {
        var span = spans[key];
        return (span.Rows, span.Columns, span.Samples);
    }

    public bool Has(PassBlockKey key) => spans.ContainsKey(key);

    void Reserve(PassBlockKey key)
    {
        var info = QuantityKindInfo.Of(key.Kind);
        if (QuantityLookup.IsOfBias(key.Kind) && !Network.Layer(key.Layer).HasBias) return;
        var isSoftmax = key.Layer > 0 && !Network.Layer(key.Layer).Activation.IsElementwise;
        if (key.Kind == (isSoftmax ? QuantityKind.ActivationDerivative : QuantityKind.ActivationJacobian)) return;
        var rows = key.Layer > 0 && info.Indices > 0 ? Network.Layer(key.Layer).Units
            : key.Kind is QuantityKind.Input or QuantityKind.InputGradient ? Network.InputCount
            : key.Kind == QuantityKind.Target ? Network.OutputCount : 1;
        var columns = info.Indices < 2 ? 1 : key.Kind == QuantityKind.ActivationJacobian ? rows : Network.Layer(key.Layer).Inputs;
        var span = new Span(Count, rows, columns, info.PerSample ? Samples : 1);
        spans.Add(key, span);
        Count += span.Rows * span.Columns * span.Samples;
    }

    readonly record struct Span(int First, int Rows, int Columns, int Samples);
}
