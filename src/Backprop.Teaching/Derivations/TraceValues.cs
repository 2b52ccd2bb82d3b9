using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching;

/// <summary>Reads the numbers of a trace, and of its step with a learning rate, for derivations. Nothing is computed here.</summary>
sealed class TraceValues(BackpropTrace trace, double? learningRate)
{
    readonly Dictionary<QuantityId, Quantity> found = [];
    readonly Lazy<UpdateStep> step = new(() => learningRate is { } rate && rate != trace.Example.LearningRate ? trace.Step(rate) : trace.Step());

    public double? LearningRate => learningRate ?? trace.Example.LearningRate;

    public Quantity Quantity(QuantityId id)
    {
        if (found.TryGetValue(id, out var quantity)) return quantity;
        quantity = id.Info.BelongsToStep ? QuantityLookup.FindOfStep(step.Value, id) : trace[id];
        found[id] = quantity;
        return quantity;
    }

    public double Number(QuantityId id) => ((ScalarQuantity)Quantity(id)).Value;

    /// <summary>A number, vector or matrix as a matrix; a vector is one column.</summary>
    public Matrix<double> Matrix(QuantityId id) => Quantity(id) switch
    {
        MatrixQuantity matrix => matrix.ToMatrix(),
        VectorQuantity vector => vector.ToVector().ToColumnMatrix(),
        var scalar => Matrix<double>.Build.Dense(1, 1, ((ScalarQuantity)scalar).Value),
    };

    public double Parameter(FormulaParameter parameter) => FormulaParameters.Value(parameter, trace.Example, LearningRate);
}
