namespace Backprop.Teaching.Cli;

/// <summary>Asks for every number of a trace before the first one is printed, so that a file with an overflow prints nothing else.</summary>
static class WholeTrace
{
    /// <exception cref="NumericOverflowException">A number is beyond the range of float64.</exception>
    public static void Check(BackpropTrace trace)
    {
        foreach (var id in trace.Quantities())
        {
            if (trace[id] is VectorQuantity vector) CheckRow(vector.ToArray(), j => id.At(j));
            if (trace[id] is not MatrixQuantity matrix) continue;
            foreach (var (j, row) in matrix.ToRows().Index()) CheckRow(row, k => id.At(j, k));
        }
        if (trace.Example.LearningRate is not null) _ = trace.Step();
    }

    static void CheckRow(double[] numbers, Func<int, QuantityId> name)
    {
        for (var k = 0; k < numbers.Length; k++)
            if (!double.IsFinite(numbers[k])) throw new NumericOverflowException(name(k));
    }
}
