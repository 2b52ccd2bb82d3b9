using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using static Backprop.Teaching.PaperAlgebra;

namespace Backprop.Teaching;

/// <summary>Text 001: NumPy, samples as rows, <c>w[l]</c> leads from <c>a[l]</c> to <c>a[l+1]</c>; it says itself that some factors need rearranging.</summary>
static class Text001Errata
{
    public static ImmutableArray<Erratum> All =>
    [
        Code("001-1", "the elementwise sign where a matrix product belongs",
            "z[l] = a[l] * w[l] + b[l]",
            "The text itself lets * multiply entry by entry and @ multiply matrices. Entry by entry a batch and a weight matrix fit only when there are as many samples as inputs and as many inputs as units, and then the number is another one.",
            "z[l] = a[l] @ w[l] + b[l]",
            ElementwiseForward),
        Code("001-3", "the gradient of the output weights under the name of the hidden ones",
            "dE/dw[0] := dE/da[2] * da[2]/dz[1] * dz[1]/dw[1]",
            "Weights are counted from the input, so the chain that ends in z[1] and w[1] is that of the output weights. The text later gives the longer chain for w[0] under the same name.",
            "dE/dw[1] := dE/da[2] * da[2]/dz[1] * dz[1]/dw[1]",
            OutputWeightsUnderTheWrongName),
        Code("001-5", "the weight gradient multiplies in the wrong order",
            "dE/dw[0] = (a[2] - Y) * df[l](z[1]) @ a[1]",
            "That w[0] should be w[1] is another erratum (001-3), and l is 1 here. A weight's gradient sums over the samples. They are the rows of both factors, so the first has to be transposed for rows to meet rows; in the printed order columns meet rows, which fits only when there are as many samples as outputs, and then sums over the wrong thing. The parentheses are needed too: * and @ bind equally.",
            "dE/dw[1] = a[1].T @ ((a[2] - Y) * df[1](z[1])) / m",
            WrongOrder),
        Code("001-6", "the weights are not transposed on the way back",
            "d[i] = d[i+1] @ w[i+1] * df[i](z[i])",
            "w[i+1] leads from layer i+1 to layer i+2. Going back, each row of d[i+1] has to meet the rows of w[i+1], one for each unit that receives it; that is w[i+1].T. Only a square matrix lets the mistake pass, with another result.",
            "d[i] = d[i+1] @ w[i+1].T * df[i](z[i])",
            BackwardWithoutTranspose),
        Code("001-7", "the hidden gradient multiplies entry by entry with the input",
            "dE/dw[0] = d[1] @ w[1] * df[0](z[0]) * a[0]",
            "The last factor has to sum over the samples and to pair every input with every unit: a matrix product with the input transposed. Entry by entry there is neither.",
            "dE/dw[0] = a[0].T @ (d[1] @ w[1].T * df[0](z[0])) / m",
            ElementwiseWithInput),
        Code("001-8", "the mean over the samples is lost",
            "dE/da[2] = (a[2] - Y)",
            "E was defined with np.mean, so every derivative of it carries 1/m, once. As printed the gradients are those of the sum: m times too long, as if the learning rate were m times larger.",
            "dE/da[2] = (a[2] - Y) / m",
            LostMean),
        Code("001-10", "the general weight gradient multiplies in the wrong order",
            "dw[i] = d[i] @ a[i]",
            "The same order as in the toy, now as the rule for every layer: columns of d[i] meet rows of a[i], units meet samples. Where the counts happen to agree the result is transposed at best.",
            "dw[i] = a[i].T @ d[i] / m",
            GeneralRule),
    ];

    static Erratum Code(string id, string what, string printed, string why, string right, Func<ErratumDemonstration> demonstrate) =>
        new(id, ErratumKind.Wrong, what, (InLatex(printed), printed), why, (InLatex(right), right), demonstrate);

    static string InLatex(string code) => @"\texttt{" + code + "}";

    // what the text has in its hands: w[l], a[l], z[l], f′ and d[l] with samples as rows; d is before 1/m
    sealed record Batch(Example Example)
    {
        public BackpropTrace Trace { get; } = Backpropagation.Run(Example);

        public int Count => Example.SampleCount;

        public Matrix<double> W(int l) => Trace.Layer(l + 1).Weights.ToMatrix().Transpose();

        public Matrix<double> A(int l) => l == 0 ? Rows(Trace, sample => sample.Input) : Rows(Trace, sample => sample.Layer(l).Activation);

        public Matrix<double> Z(int l) => Rows(Trace, sample => sample.Layer(l + 1).PreActivation);

        public Matrix<double> Df(int l) => Rows(Trace, sample => sample.Layer(l + 1).ActivationDerivative);

        public Matrix<double> D(int l) => Rows(Trace, sample => sample.Layer(l + 1).Delta);

        public Matrix<double> OutputError => A(2) - Rows(Trace, sample => sample.Target);

        // dE/dw[l] with the mean, n_l × n_{l+1} as w[l]
        public ErratumValue Right(int l) => ErratumValue.Of(Trace.Layer(l + 1).WeightGradientMean.ToMatrix().Transpose());

        public ErratumValue Difference(int l) => ErratumValue.Of(Measured.Weights(Example, l + 1).Transpose());
    }

    static ErratumDemonstration ElementwiseForward()
    {
        return For(Examples.RowBatch).And(For(ErrataNets.SquareRows));

        static ErratumDemonstration For(Example example)
        {
            var batch = new Batch(example);
            var printed = ErratumValue.Try(() => batch.A(0).Elementwise(batch.W(0)).PlusRow(batch.Trace.Layer(1).Biases.ToArray()));
            var measured = Enumerable.Range(0, batch.Count).Select(i => Measured.Hidden(example, 1, i).Select(Measured.ArTanh));
            return new(example, "z[0], one row for each sample", printed, ErratumValue.Of(batch.Z(0)), ErratumValue.Of(Matrix<double>.Build.DenseOfRows(measured)),
                "∂Jᵢ/∂w / ∂Jᵢ/∂b of the output layer, which gives a[1], then z = artanh a");
        }
    }

    static ErratumDemonstration OutputWeightsUnderTheWrongName()
    {
        var batch = new Batch(Examples.RowBatch);
        // multiplied in the order that makes it a gradient, as the text allows: what is left is that it belongs to w[1]
        var printed = ErratumValue.Try(() => batch.A(1).Transpose().Times(batch.OutputError.Elementwise(batch.Df(1))) / batch.Count);
        return new ErratumDemonstration(batch.Example, "dE/dw[0]", printed, batch.Right(0), batch.Difference(0), "∂E/∂w[0], weight by weight")
            .And(new ErratumDemonstration(batch.Example, "dE/dw[1], the same formula under its right name", ErratumValue.Try(() => batch.OutputError.Elementwise(batch.Df(1)).Times(batch.A(1))),
                batch.Right(1), batch.Difference(1), "∂E/∂w[1], weight by weight"));
    }

    static ErratumDemonstration WrongOrder()
    {
        // two samples and two outputs: the shapes pass; the result is compared as the 2×4 that it is
        var two = new Batch(ErrataNets.TwoRows);
        var passes = new ErratumDemonstration(two.Example, "dE/dw[1] transposed, two samples and two outputs",
            Printed(two), ErratumValue.Of(two.Trace.Layer(2).WeightGradientMean), ErratumValue.Of(Measured.Weights(two.Example, 2)), "∂E/∂w[1], weight by weight");
        var four = new Batch(Examples.RowBatch);
        return new ErratumDemonstration(four.Example, "dE/dw[1], four samples", Printed(four), four.Right(1), four.Difference(1), "∂E/∂w[1], weight by weight").And(passes);

        static ErratumValue Printed(Batch batch) => ErratumValue.Try(() => batch.OutputError.Elementwise(batch.Df(1)).Times(batch.A(1)));
    }

    static ErratumDemonstration BackwardWithoutTranspose()
    {
        return For(Examples.RowBatch).And(For(ErrataNets.SquareRows));

        static ErratumDemonstration For(Example example)
        {
            var batch = new Batch(example);
            var printed = ErratumValue.Try(() => batch.A(0).Transpose().Times(batch.D(1).Times(batch.W(1)).Elementwise(batch.Df(0))) / batch.Count);
            return new(example, "dE/dw[0], everything but d[0] right", printed, batch.Right(0), batch.Difference(0), "∂E/∂w[0], weight by weight");
        }
    }

    static ErratumDemonstration ElementwiseWithInput()
    {
        return For(Examples.RowBatch).And(For(ErrataNets.SquareRows));

        // w[1] transposed, which the text allows: the last * alone is the mistake
        static ErratumDemonstration For(Example example)
        {
            var batch = new Batch(example);
            var printed = ErratumValue.Try(() => batch.D(1).Times(batch.W(1).Transpose()).Elementwise(batch.Df(0)).Elementwise(batch.A(0)));
            return new(example, "dE/dw[0], w[1] transposed", printed, batch.Right(0), batch.Difference(0), "∂E/∂w[0], weight by weight");
        }
    }

    static ErratumDemonstration LostMean()
    {
        var batch = new Batch(Examples.RowBatch);
        var printed = batch.A(1).Transpose().Times(batch.OutputError.Elementwise(batch.Df(1)));
        return new(batch.Example, "dE/dw[1][0,0] of four samples", ErratumValue.Of(printed[0, 0]), ErratumValue.Of(batch.Trace.Layer(2).WeightGradientMean[0, 0].Value),
            ErratumValue.Of(Measured.Weight(batch.Example, 2, 0, 0)), "∂E/∂w[1][0,0]");
    }

    static ErratumDemonstration GeneralRule()
    {
        return For(Examples.RowBatch, 0).And(For(ErrataNets.SquareRows, 1));

        static ErratumDemonstration For(Example example, int l)
        {
            var batch = new Batch(example);
            var printed = ErratumValue.Try(() => batch.D(l).Times(batch.A(l)));
            return new(example, $"dw[{l}]", printed, batch.Right(l), batch.Difference(l), $"∂E/∂w[{l}], weight by weight");
        }
    }
}
