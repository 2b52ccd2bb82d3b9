using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching.Tests.Tracing;

public class ImmutabilityTests
{
    [Fact]
    public void Nothing_done_to_what_a_trace_hands_out_changes_it() => GeneratedNets.ForEach(example =>
    {
        var trace = Backpropagation.Run(example);
        var before = Bits.Of(trace);
        foreach (var quantity in Bits.All(trace)) Spoil(quantity);
        foreach (var layer in example.Network.Layers)
        {
            Spoil(layer.Weights);
            if (layer.Biases is { } biases) Spoil(biases);
        }
        for (var i = 0; i < example.SampleCount; i++)
        {
            Spoil(example.Input(i));
            Spoil(example.Target(i));
            Spoil(example.Network.Forward(example.Input(i).ToArray()));
            foreach (var numbers in PlainBackpropagation.Run(example, i).A) Spoil(numbers);
        }
        Bits.AssertSame(before, Bits.Of(trace));
        Bits.AssertSame(before, Bits.Of(Backpropagation.Run(example)));
    }, 100);

    [Fact]
    public void Nothing_done_to_the_arrays_that_an_example_was_made_of_changes_it()
    {
        double[][] w = [[0.1, 0.2], [0.3, 0.4]], x = [[1, 2], [3, 4]], y = [[0.5, 0.6], [0.7, 0.8]];
        double[] b = [0.5, 0.6];
        var example = Example.Of(Network.Of(Layer.Sigmoid(w, b)), x, y, learningRate: 1);
        var trace = Backpropagation.Run(example);
        var before = Bits.Of(trace);
        foreach (var numbers in (double[][])[.. w, .. x, .. y, b]) Spoil(numbers);
        Bits.AssertSame(before, Bits.Of(trace));
        Bits.AssertSame(before, Bits.Of(Backpropagation.Run(example)));
    }

    [Fact]
    public void Steps_and_changed_examples_leave_the_trace_as_it_was() => GeneratedNets.ForEach(example =>
    {
        var trace = Backpropagation.Run(example);
        var before = Bits.Of(trace);
        var later = example;
        for (var step = 0; step < 5; step++) later = later with { Network = Backpropagation.Run(later).Step(0.1).Network };
        _ = example.With("W[1][0,0]", 9).With("x[0]@0", 9);
        Bits.AssertSame(before, Bits.Of(trace));
        Bits.AssertSame(before, Bits.Of(Backpropagation.Run(example)));
    }, 100);

    static void Spoil(Quantity quantity)
    {
        switch (quantity)
        {
            case VectorQuantity vector:
                Spoil(vector.ToArray());
                Spoil(vector.ToVector());
                Spoil((Vector<double>)vector);
                break;
            case MatrixQuantity matrix:
                foreach (var row in matrix.ToRows()) Spoil(row);
                Spoil(matrix.ToMatrix());
                Spoil((Matrix<double>)matrix);
                if (matrix.OuterProduct is not { } product) break;
                Spoil(product.ToMatrix());
                Spoil(product.Row(0));
                break;
            default: break;
        }
    }

    static void Spoil(double[] numbers) => Array.Fill(numbers, double.NaN);

    // also what lies behind a MathNet value, should it be shared
    static void Spoil(Vector<double> vector)
    {
        if (vector.AsArray() is { } storage) Spoil(storage);
        vector.Clear();
    }

    static void Spoil(Matrix<double> matrix)
    {
        if (matrix.AsColumnMajorArray() is { } storage) Spoil(storage);
        matrix.Clear();
    }
}
