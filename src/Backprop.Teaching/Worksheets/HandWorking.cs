namespace Backprop.Teaching;

/// <summary>An example worked as a careful student works it: the result of every operation rounded to so many significant digits.</summary>
sealed class HandWorking
{
    readonly PassLayout layout;
    readonly double[] values;

    HandWorking(PassLayout layout, double[] values)
    {
        this.layout = layout;
        this.values = values;
    }

    public double this[QuantityId id] => values[layout.Slot(id)];

    /// <param name="program">The right definitions.</param>
    /// <param name="example">The example.</param>
    /// <param name="digits">How many significant digits are kept.</param>
    public static HandWorking Of(PassProgram program, Example example, int digits)
    {
        // what is given is taken from it, all else is computed again
        var exact = program.Run(example);
        var values = new double[program.SlotCount];
        for (var slot = 0; slot < values.Length; slot++) values[slot] = exact.At(slot).Value;
        Span<PassOp> one = stackalloc PassOp[1];
        foreach (var block in program.Right)
            foreach (var op in block.Ops)
            {
                if (op.Code == PassOpCode.MultiplyAdd) values[op.Target] += Round(values[op.Left] * values[op.Right], digits);
                else
                {
                    one[0] = op;
                    PassMachine.Run(one, values);
                }
                if (op.Code is not (PassOpCode.Copy or PassOpCode.Negate)) values[op.Target] = Round(values[op.Target], digits);
            }
        return new(program.Layout, values);
    }

    /// <summary>Of some numbers the one that comes out farthest from the exact one, and how far, in units of its third digit.</summary>
    public static (double Units, QuantityId Id) Farthest(PassProgram program, Example example, int digits, IReadOnlyList<QuantityId> asked)
    {
        var (exact, worked) = (program.Run(example), Of(program, example, digits));
        var (most, farthest) = (0.0, asked[0]);
        foreach (var id in asked)
            if (exact[id].Value is var value && value != 0 && Math.Abs(worked[id] - value) / Unit(value) is var units && units > most) (most, farthest) = (units, id);
        return (most, farthest);
    }

    /// <summary>One unit of the third digit of a number that is not 0.</summary>
    public static double Unit(double value) => Math.Pow(10, WrittenNumber.Exponent(value) - MistakeNumbers.Digits + 1);

    static double Round(double value, int digits) => value == 0 || !double.IsFinite(value) ? value
        : double.Parse(value.ToString("e" + (digits - 1).ToString(System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}
