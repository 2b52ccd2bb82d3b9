using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using static Backprop.Teaching.PaperAlgebra;

namespace Backprop.Teaching;

/// <summary>Text 004: samples as columns, Z, A, dZ, dA with the layer in square brackets; it says itself that dimensions are left aside.</summary>
static class Text004Errata
{
    public static ImmutableArray<Erratum> All =>
    [
        new("004-2", ErratumKind.Ambiguous, "a stray derivative of the output, which invites to count g' twice",
            (@"dA^{[L]}=\frac{\partial J}{\partial A^{[L]}}=(\hat y-y)\,\hat y'", "dA^[L] = ∂J/∂A^[L] = (ŷ − y) ŷ'"),
            "Derived with respect to ŷ itself, ŷ' is 1. Read as g'(Z), as a prime means everywhere else in the text, it is multiplied in here and once more in the step to dZ.",
            (@"dA^{[L]}=\frac{\partial J}{\partial A^{[L]}}=\hat y-y", "dA^[L] = ∂J/∂A^[L] = ŷ − y"),
            DerivativeTwice),
        new("004-3", ErratumKind.Wrong, "the weight gradient without its transpose and its mean",
            (@"dW^{[L]}=dZ^{[L]}\cdot A^{[L-1]}", "dW^[L] = dZ^[L] · A^[L−1]"),
            "The columns of both factors are samples, and the gradient sums over them: columns have to meet columns, so A is transposed, and the sum is divided by m. With as many samples as units the printed product passes and sums over units.",
            (@"dW^{[L]}=\frac1m\,dZ^{[L]}A^{[L-1]T}", "dW^[L] = (1/m) dZ^[L] A^[L−1]ᵀ"),
            WithoutTranspose),
        new("004-4", ErratumKind.Wrong, "the bias gradient is not summed over the batch",
            (@"db^{[L]}=dZ^{[L]}", "db^[L] = dZ^[L]"),
            "One bias serves all samples, so its gradient is the mean over the columns of dZ, one number for each unit. Right for a single sample only.",
            (@"db^{[L]}=\frac1m\sum_{i=1}^m dZ^{[L](i)}", "db^[L] = (1/m) Σ_{columns} dZ^[L]"),
            BiasOfABatch),
        new("004-5", ErratumKind.Wrong, "the step back to the activations without its transpose",
            (@"dA^{[L-1]}=dZ^{[L]}\cdot W^{[L]}", "dA^[L−1] = dZ^[L] · W^[L]"),
            "W^[L] leads from layer L − 1 to layer L; going back, each unit of layer L − 1 collects along its column of W. The order matters too: dZ has samples as columns and cannot stand on the left.",
            (@"dA^{[L-1]}=W^{[L]T}dZ^{[L]}", "dA^[L−1] = W^[L]ᵀ dZ^[L]"),
            BackwardWithoutTranspose),
        new("004-7", ErratumKind.Wrong, "the loop over the layers uses the last layer's dZ, A and W everywhere",
            (@"dW^{[l]}=dZ^{[L]}\cdot A^{[L-1]},\quad db^{[l]}=dZ^{[L]},\quad dA^{[l-1]}=dZ^{[L]}\cdot W^{[L]}", "dW^[l] = dZ^[L] · A^[L−1],  db^[l] = dZ^[L],  dA^[l−1] = dZ^[L] · W^[L]"),
            "On the left stands the layer l of the loop, on the right the last layer L: each layer would get the same three results. A slip of the capital, but as printed even the shapes are wrong.",
            (@"dW^{[l]}=\frac1m\,dZ^{[l]}A^{[l-1]T},\quad db^{[l]}=\frac1m\sum_{i=1}^m dZ^{[l](i)},\quad dA^{[l-1]}=W^{[l]T}dZ^{[l]}", "dW^[l] = (1/m) dZ^[l] A^[l−1]ᵀ,  db^[l] = (1/m) Σ_{columns} dZ^[l],  dA^[l−1] = W^[l]ᵀ dZ^[l]"),
            LastLayerEverywhere),
        new("004-9", ErratumKind.Ambiguous, "it is left open where the sum over the batch is divided by its size",
            (@"\text{after a batch is summed, divide by the number of samples in it}", "after a batch is summed, divide by the number of samples in it"),
            "The division has to happen once on the way from the loss to each gradient: in dW and db, or once in dA^[L]. Left out, the gradient is m times too long; done in every line of every layer, it shrinks by another m with each.",
            (@"dW^{[l]}=\frac1m\,dZ^{[l]}A^{[l-1]T},\quad db^{[l]}=\frac1m\sum_{i=1}^m dZ^{[l](i)},\quad\text{no }\frac1m\text{ in }dZ^{[l]},dA^{[l]}", "dW^[l] = (1/m) dZ^[l] A^[l−1]ᵀ,  db^[l] = (1/m) Σ_{columns} dZ^[l],  no 1/m in dZ^[l] and dA^[l]"),
            WhereToDivide),
    ];

    static Example Net => ErrataNets.ThreeByThree;

    static Matrix<double> DZ(BackpropTrace trace, int l) => Columns(trace, sample => sample.Layer(l).Delta);

    static Matrix<double> A(BackpropTrace trace, int l) => Columns(trace, sample => sample.Layer(l).Activation);

    // one row of a matrix as a vector, to compare it entry by entry
    static ErratumValue RowOf(Matrix<double> matrix, int row = 0) => ErratumValue.Of(matrix.Row(row).ToArray());

    static ErratumDemonstration DerivativeTwice()
    {
        var trace = Backpropagation.Run(Net);
        double[] printed =
        [
            .. Enumerable.Range(0, 3).Select(i => (Output: trace.Sample(i).Layer(3), y: trace.Sample(i).Target))
                .Select(each => (each.Output.Activation[0] - each.y[0]) * each.Output.ActivationDerivative[0] * each.Output.ActivationDerivative[0]),
        ];
        return new(Net, "dZ^[L], one number for each sample, with ŷ' read as g'(Z)", ErratumValue.Of(printed), RowOf(DZ(trace, 3)),
            ErratumValue.Of([.. Enumerable.Range(0, 3).Select(i => Measured.PreActivations(Net, 3, i)[0])]), "∂Jᵢ/∂Z^[L], sample by sample");
    }

    static ErratumDemonstration WithoutTranspose()
    {
        var trace = Backpropagation.Run(Net);
        var printed = DZ(trace, 3).Times(A(trace, 2));
        // hidden layer, mean taken: what is left is the missing transpose
        var hidden = DZ(trace, 2).Times(A(trace, 1)) / 3;
        var one = Backpropagation.Run(Net.Only(0) with { Name = "column-batch-3-3-3-1, sample 0" });
        return new ErratumDemonstration(Net, "dW^[L], one row", RowOf(printed), RowOf(trace.Layer(3).WeightGradientMean), RowOf(Measured.Weights(Net, 3)), "∂J/∂W^[L], weight by weight").And(
            new ErratumDemonstration(Net, "first row of dW^[2], divided by m", RowOf(hidden), RowOf(trace.Layer(2).WeightGradientMean), RowOf(Measured.Weights(Net, 2)), "∂J/∂W^[2], weight by weight"),
            new ErratumDemonstration(one.Example, "dW^[L] of one sample", ErratumValue.Try(() => DZ(one, 3).Times(A(one, 2))), ErratumValue.Of(one.Layer(3).WeightGradientMean),
                ErratumValue.Of(Measured.Weights(one.Example, 3)), "∂J/∂W^[L], weight by weight"));
    }

    static ErratumDemonstration BiasOfABatch()
    {
        var trace = Backpropagation.Run(Net);
        return new(Net, "db^[L], one number", ErratumValue.Of(DZ(trace, 3)), ErratumValue.Of(trace.Layer(3).BiasGradientMean[0].Value),
            ErratumValue.Of(Measured.Biases(Net, 3)[0]), "∂J/∂b^[L]");
    }

    static ErratumDemonstration BackwardWithoutTranspose()
    {
        var trace = Backpropagation.Run(Net);

        ErratumDemonstration Whole(int l) => new(Net, $"dA^[{l - 1}] from layer {l}, one column for each sample",
            ErratumValue.Try(() => DZ(trace, l).Times(trace.Layer(l).Weights)), ErratumValue.Of(Columns(trace, sample => sample.Layer(l - 1).ActivationGradient)),
            ErratumValue.Of(Matrix<double>.Build.DenseOfColumnArrays(Enumerable.Range(0, 3).Select(i => Measured.Activations(Net, l - 1, i)))), $"∂Jᵢ/∂A^[{l - 1}], unit by unit");

        // three units into three units, three samples: the shapes pass
        var square = DZ(trace, 2).Times(trace.Layer(2).Weights);
        return new ErratumDemonstration(Net, "dA^[1] from layer 2, first column", ErratumValue.Of(square.Column(0).ToArray()), ErratumValue.Of(trace.Sample(0).Layer(1).ActivationGradient),
            ErratumValue.Of(Measured.Activations(Net, 1, 0)), "∂J₀/∂A^[1], unit by unit").And(Whole(3));
    }

    static ErratumDemonstration LastLayerEverywhere()
    {
        var trace = Backpropagation.Run(Net);
        var (dZ, a, w) = (DZ(trace, 3), A(trace, 2), trace.Layer(3).Weights.ToMatrix());

        // with the transposes and the mean that the text leaves aside: what is left is the layer
        var printedW = dZ.Times(a.Transpose()) / 3;
        var printedA = w.Transpose().Times(dZ);
        return new ErratumDemonstration(Net, "dW^[1]", ErratumValue.Of(printedW), ErratumValue.Of(trace.Layer(1).WeightGradientMean), ErratumValue.Of(Measured.Weights(Net, 1)), "∂J/∂W^[1], weight by weight").And(
            new ErratumDemonstration(Net, "db^[1]", ErratumValue.Of(dZ), ErratumValue.Of(trace.Layer(1).BiasGradientMean), ErratumValue.Of(Measured.Biases(Net, 1)), "∂J/∂b^[1], bias by bias"),
            new ErratumDemonstration(Net, "dA^[1], first column", ErratumValue.Of(printedA.Column(0).ToArray()), ErratumValue.Of(trace.Sample(0).Layer(1).ActivationGradient),
                ErratumValue.Of(Measured.Activations(Net, 1, 0)), "∂J₀/∂A^[1], unit by unit"));
    }

    static ErratumDemonstration WhereToDivide()
    {
        var trace = Backpropagation.Run(Net);
        var never = DZ(trace, 3).Times(A(trace, 2).Transpose());

        // dZ, dW and dA of every layer each divided by m
        var dZ3 = DZ(trace, 3) / 3;
        var dA2 = trace.Layer(3).Weights.ToMatrix().Transpose().Times(dZ3) / 3;
        var dZ2 = dA2.Elementwise(Columns(trace, sample => sample.Layer(2).ActivationDerivative)) / 3;
        var always = dZ2.Times(A(trace, 1).Transpose()) / 3;

        ErratumDemonstration For(string quantity, double printed, int l) => new(Net, quantity, ErratumValue.Of(printed),
            ErratumValue.Of(trace.Layer(l).WeightGradientMean[0, 0].Value), ErratumValue.Of(Measured.Weight(Net, l, 0, 0)), $"∂J/∂W^[{l}] at 0,0");

        return For("dW^[3] at 0,0, never divided by m = 3", never[0, 0], 3).And(For("dW^[2] at 0,0, divided by m in every line of every layer", always[0, 0], 2));
    }
}
