namespace Backprop.Teaching;

/// <summary>One pass through an example: each quantity's number, and how far rounding at each step can move it. Immutable once made.</summary>
sealed class RoundedPass
{
    readonly PassProgram program;
    readonly HalfUnit unit;
    readonly double[] values;
    readonly double[] radii;
    // by block: what is put in its place once the block is computed
    readonly ILookup<int, Carry>? carried;
    readonly Dictionary<int, Reach>? found;
    readonly bool[] touched;

    public RoundedPass(PassProgram program, Example example, int? digitsKept, IReadOnlyDictionary<QuantityId, WrittenNumber>? carried)
    {
        this.program = program;
        unit = new(digitsKept);
        (values, radii) = (new double[program.SlotCount], new double[program.SlotCount]);
        foreach (var (number, slot) in program.Constants) values[slot] = number;
        PutIn(example);
        if (carried is { Count: > 0 })
        {
            found = [];
            this.carried = carried.Select(pair => (Id: pair.Key, Number: pair.Value))
                .ToLookup(pair => program.Place(pair.Id), pair => new Carry(program.Layout.Slot(pair.Id), pair.Number.Value, Reach.Slack(pair.Number)));
        }
        touched = [];
        foreach (var block in program.Right) Run(block);
    }

    RoundedPass(RoundedPass original)
    {
        touched = new bool[original.program.Right.Length];
        (program, unit, carried) = (original.program, original.unit, original.carried);
        values = Enlarged(original.values);
        radii = Enlarged(original.radii);
        found = original.found is null ? null : new(original.found);
        foreach (var (number, slot) in program.Constants) values[slot] = number;
    }

    /// <summary>A quantity; of one that is carried, what follows from the others.</summary>
    /// <param name="id">A quantity of one number, complete with its sample where it belongs to one.</param>
    public Reach this[QuantityId id] => At(program.Layout.Slot(id));

    public Reach At(int slot) => found is not null && found.TryGetValue(slot, out var reach) ? reach : new(values[slot], radii[slot]);

    /// <summary>The same pass with these blocks in the place of the right ones; only what follows from them is computed again.</summary>
    public RoundedPass With(IReadOnlyList<PassBlock> changed)
    {
        if (changed.Count == 0) return this;
        var pass = new RoundedPass(this);
        var right = program.Right;
        var next = 0;
        for (var place = changed[0].Index; place < right.Length; place++)
        {
            var isChanged = next < changed.Count && changed[next].Index == place;
            var block = isChanged ? changed[next++] : right[place];
            if (!isChanged && !ReadsAny(block, pass.touched)) continue;
            pass.touched[place] = true;
            pass.Run(block);
        }
        return pass;
    }

    /// <summary>Whether a block depends on what was changed.</summary>
    public bool IsTouched(int place) => place >= 0 && place < touched.Length && touched[place];

    static bool ReadsAny(PassBlock block, bool[] touched)
    {
        foreach (var place in block.Reads)
            if (touched[place]) return true;
        return false;
    }

    void Run(PassBlock block)
    {
        if (unit.IsExact && carried is null) PassMachine.Run(block.Ops, values);
        else PassMachine.Run(block.Ops, values, radii, unit);
        if (carried is null) return;
        foreach (var (slot, value, radius) in carried[block.Index])
        {
            found![slot] = new(values[slot], radii[slot]);
            (values[slot], radii[slot]) = (value, radius);
        }
    }

    double[] Enlarged(double[] original)
    {
        var copy = new double[program.SlotCount];
        original.CopyTo(copy, 0);
        return copy;
    }

    void PutIn(Example example)
    {
        var layout = program.Layout;
        for (var i = 0; i < layout.Samples; i++)
        {
            Rows(QuantityKind.Input, example.InputRows[i], i);
            Rows(QuantityKind.Target, example.TargetRows[i], i);
        }
        for (var l = 1; l <= layout.Network.LayerCount; l++)
        {
            var layer = example.Network.Layer(l);
            for (var j = 0; j < layer.Units; j++)
            {
                for (var k = 0; k < layer.Inputs; k++) values[layout.Slot(new(QuantityKind.Weights, l), j, k, 0)] = layer.Weight(j, k);
                if (layer.HasBias) values[layout.Slot(new(QuantityKind.Biases, l), j, 0, 0)] = layer.Bias(j);
            }
        }
        foreach (var parameter in Enum.GetValues<FormulaParameter>())
            values[layout.FirstParameter + (int)parameter] = parameter == FormulaParameter.LearningRate
                ? example.LearningRate ?? double.NaN
                : FormulaParameters.Value(parameter, example, null);
    }

    void Rows(QuantityKind kind, ReadOnlySpan<double> row, int sample)
    {
        for (var k = 0; k < row.Length; k++)
            foreach (var stage in (PassStage[])[PassStage.Pass, PassStage.Report])
                values[program.Layout.Slot(new(kind, 0, stage), k, 0, sample)] = row[k];
    }

    readonly record struct Carry(int Slot, double Value, double Radius);
}
