using System.Runtime.InteropServices;

namespace Backprop.Teaching;

/// <summary>Writes the definitions of one network and objective, right or patched, out as operations on slots.</summary>
sealed class PassCompiler(PassLayout layout, Objective objective, IReadOnlyDictionary<PassBlockKey, int> places)
{
    readonly Dictionary<double, int> constants = [];
    readonly List<PassOp> ops = [];
    readonly HashSet<int> reads = [];
    PassBlockKey block;
    int temporaries;

    /// <summary>The numbers that stand in the formulas compiled so far, and their slots.</summary>
    public IReadOnlyDictionary<double, int> Constants => constants;

    /// <summary>How many slots all that was compiled so far needs.</summary>
    public int SlotCount => layout.Count + constants.Count;

    public PassBlock Compile(PassBlockKey key, params ReadOnlySpan<Patch> patches)
    {
        block = key;
        ops.Clear();
        reads.Clear();
        var (rows, columns, samples) = layout.Shape(key.Stage == PassStage.Report ? key with { Stage = PassStage.Pass } : key);
        Expression? common = null;
        for (var i = 0; i < samples; i++)
            for (var j = 0; j < rows; j++)
                for (var k = 0; k < columns; k++)
                {
                    var entry = new PassEntry(key.Layer, j, k, i);
                    var formula = common is null || key.Kind == QuantityKind.ActivationJacobian ? Right(entry) : common;
                    common ??= formula;
                    foreach (var patch in patches) formula = patch.Change(formula, entry);
                    temporaries = 0;
                    Emit(formula, entry, layout.Slot(key.Stage == PassStage.Report ? key with { Stage = PassStage.Pass } : key, j, k, i));
                }
        return new(places[key], [.. ops], [.. reads]);
    }

    // the formula without any patch; what is given is itself
    Expression Right(PassEntry entry)
    {
        if (block.Stage == PassStage.Report || block.Kind is QuantityKind.Input or QuantityKind.Target) return Itself();
        var kind = block.Kind == QuantityKind.DataLossAfter ? QuantityKind.DataLoss : block.Kind;
        return Definition.Of(new(kind, block.Layer == 0 ? null : block.Layer, entry.Row, entry.Column), layout.Network, objective).Entry!;
    }

    Expression.Reference Itself()
    {
        var info = QuantityKindInfo.Of(block.Kind);
        static IndexTerm? If(bool isIndexed, IndexTerm index) => isIndexed ? index : default(IndexTerm?);
        return new(block.Kind, If(info.HasLayer, Formula.L), If(info.Indices > 0, Formula.J), If(info.Indices > 1, Formula.K), If(info.PerSample, Formula.I));
    }

    // the slot of a part's value: its own where it has one, otherwise the target or a passing one
    int Emit(Expression part, PassEntry entry, int? target = null)
    {
        switch (part)
        {
            case Expression.Reference reference: return Moved(SlotOf(reference, entry), target);
            case Expression.Literal literal: return Moved(Constant(literal.Value), target);
            case Expression.Parameter parameter: return Moved(layout.FirstParameter + (int)parameter.Which, target);
            case Expression.Negative negative: return Write(PassOpCode.Negate, target, Emit(negative.Operand, entry));
            case Expression.Square square: return Write(PassOpCode.Square, target, Emit(square.Operand, entry));
            case Expression.Positive positive: return Write(PassOpCode.Step, target, Emit(positive.Operand, entry));
            case Expression.Quotient quotient: return Write(PassOpCode.Divide, target, Emit(quotient.Numerator, entry), Emit(quotient.Denominator, entry));
            case Expression.Elementwise each: return Write(Code(each.Name), target, Emit(each.Operand, entry));
            case Expression.Apply apply:
                return apply.Activation == ActivationFunction.Identity
                ? Emit(apply.Operand, entry, target)
                : Write(Code(apply.Activation), target, Emit(apply.Operand, entry));
            case Expression.Product product:
                var factor = Emit(product.Factors[0], entry);
                for (var n = 1; n < product.Factors.Length; n++)
                    factor = Write(PassOpCode.Multiply, n == product.Factors.Length - 1 ? target : null, factor, Emit(product.Factors[n], entry));
                return factor;
            case Expression.Sum or Expression.Total:
                var total = target ?? Temporary();
                if (!Accumulate(part, entry, total, false, true)) ops.Add(new(PassOpCode.Copy, total, Constant(0), 0));
                return total;
            default: throw new ArgumentOutOfRangeException(nameof(part), part, "not a formula of one number");
        }
    }

    // adds a part to a total; whether the total has begun
    bool Accumulate(Expression part, PassEntry entry, int total, bool begun, bool isPlus)
    {
        switch (part)
        {
            case Expression.Sum sum:
                foreach (var term in sum.Terms) begun = Accumulate(term, entry, total, begun, isPlus);
                return begun;
            case Expression.Total over:
                for (var number = First(over.Range); number < First(over.Range) + Length(over.Range, entry); number++)
                    begun = Accumulate(over.Body, entry.With(over.Variable, number), total, begun, isPlus);
                return begun;
            case Expression.Negative negative: return Accumulate(negative.Operand, entry, total, begun, !isPlus);
            case Expression.Product { Factors.Length: 2 } product when begun && isPlus:
                ops.Add(new(PassOpCode.MultiplyAdd, total, Emit(product.Factors[0], entry), Emit(product.Factors[1], entry)));
                return true;
            default:
                var inUse = temporaries;
                if (begun) ops.Add(new(isPlus ? PassOpCode.Add : PassOpCode.Subtract, total, total, Emit(part, entry)));
                else if (isPlus) Emit(part, entry, total);
                else ops.Add(new(PassOpCode.Negate, total, Emit(part, entry), 0));
                // the term is in the total: its passing results are free again
                temporaries = inUse;
                return true;
        }
    }

    int SlotOf(Expression.Reference reference, PassEntry entry)
    {
        int At(IndexTerm? index) => index is { } term ? entry.Of(term) : 0;
        var layer = At(reference.Layer);
        var kind = reference.Kind == QuantityKind.Activation && layer == 0 ? QuantityKind.Input : reference.Kind;
        var key = new PassBlockKey(kind, layer);
        if (block.Stage == PassStage.After || block.Kind == QuantityKind.DataLossAfter) key = AfterStep(key);
        // a mistake in what is given is made from what is given
        if (block.Kind is QuantityKind.Input or QuantityKind.Target && kind is QuantityKind.Input or QuantityKind.Target) key = key with { Stage = PassStage.Report };
        else if (places.TryGetValue(key, out var place)) reads.Add(place);
        var slot = layout.Slot(key, At(reference.Row), At(reference.Column), At(reference.Sample));
        return slot >= 0 ? slot : throw new InvalidOperationException($"{block} asks for {reference} at {entry}: there is none.");
    }

    static PassBlockKey AfterStep(PassBlockKey key) => key.Kind switch
    {
        QuantityKind.Weights => key with { Kind = QuantityKind.WeightsAfter },
        QuantityKind.Biases => key with { Kind = QuantityKind.BiasesAfter },
        QuantityKind.PreActivation or QuantityKind.Activation or QuantityKind.SampleLoss => key with { Stage = PassStage.After },
        _ => key,
    };

    int Length(SumRange range, PassEntry entry)
    {
        if (range.Kind == SumRangeKind.Samples) return layout.Samples;
        if (range.Kind == SumRangeKind.Layers) return layout.Network.LayerCount;
        var layer = entry.Of(range.Layer);
        return layer == 0 ? layout.Network.InputCount : layout.Network.Layer(layer).Units;
    }

    static int First(SumRange range) => range.Kind == SumRangeKind.Layers ? 1 : 0;

    int Constant(double value)
    {
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(constants, value, out var exists);
        if (!exists) slot = layout.Count + constants.Count - 1;
        return slot;
    }

    int Write(PassOpCode code, int? target, int left, int right = 0)
    {
        var slot = target ?? Temporary();
        ops.Add(new(code, slot, left, right));
        return slot;
    }

    int Moved(int slot, int? target)
    {
        if (target is { } to) ops.Add(new(PassOpCode.Copy, to, slot, 0));
        return target ?? slot;
    }

    int Temporary() => temporaries < PassLayout.Temporaries
        ? temporaries++
        : throw new InvalidOperationException($"The formula of {block} is nested more than {PassLayout.Temporaries} deep.");

    static PassOpCode Code(string function) => function switch
    {
        "exp" => PassOpCode.Exp,
        "ln" => PassOpCode.Ln,
        "abs" => PassOpCode.Absolute,
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "no function of one number"),
    };

    static PassOpCode Code(ActivationFunction f) => f.Name switch
    {
        "sigmoid" => PassOpCode.Sigmoid,
        "tanh" => PassOpCode.Tanh,
        "relu" => PassOpCode.ReLU,
        _ => throw f.UnknownTo("PassCompiler.Code"),
    };
}
