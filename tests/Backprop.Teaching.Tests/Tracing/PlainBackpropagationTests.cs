namespace Backprop.Teaching.Tests.Tracing;

public class PlainBackpropagationTests
{
    [Fact]
    public void Every_quantity_of_a_sample_has_the_bits_of_the_plain_loops() => GeneratedNets.ForEach(example =>
    {
        var trace = Backpropagation.Run(example);
        for (var i = 0; i < example.SampleCount; i++)
        {
            var plain = PlainBackpropagation.Run(example, i);
            var sample = trace.Sample(i);
            Bits.AssertSame(plain.Loss, sample.Loss, $"loss@{i}");
            AssertSame(plain.A[0], sample.Input);
            AssertSame(plain.DA[0], sample.InputGradient);
            for (var l = 1; l <= trace.LayerCount; l++)
            {
                var layer = sample.Layer(l);
                AssertSame(plain.A[l - 1], layer.Input);
                AssertSame(plain.Z[l], layer.PreActivation);
                AssertSame(plain.A[l], layer.Activation);
                AssertSame(plain.DA[l], layer.ActivationGradient);
                AssertSame(plain.Delta[l], layer.Delta);
                AssertSame(plain.DW[l], layer.WeightGradient);
                if (layer.Layer.HasBias) AssertSame(plain.Delta[l], layer.BiasGradient);
                if (layer.Layer.Activation != ActivationFunction.Softmax) AssertSame(plain.FPrime[l], layer.ActivationDerivative);
            }
        }
    });

    [Fact]
    public void The_gradients_of_the_batch_have_the_bits_of_the_plain_loops() => GeneratedNets.ForEach(example =>
    {
        var trace = Backpropagation.Run(example);
        var (weights, biases) = PlainBackpropagation.Gradients(example);
        for (var l = 1; l <= trace.LayerCount; l++)
        {
            AssertSame(weights[l - 1], trace.Layer(l).TotalWeightGradient);
            Assert.Equal(trace.Network.Layer(l).HasBias, biases[l - 1] is not null);
            if (biases[l - 1] is { } plain) AssertSame(plain, trace.Layer(l).TotalBiasGradient);
        }
    });

    static void AssertSame(double[] plain, VectorQuantity quantity)
    {
        Assert.Equal(plain.Length, quantity.Count);
        for (var j = 0; j < plain.Length; j++) Bits.AssertSame(plain[j], quantity[j], quantity[j].Name);
    }

    static void AssertSame(double[,] plain, MatrixQuantity quantity)
    {
        Assert.Equal((plain.GetLength(0), plain.GetLength(1)), (quantity.Rows, quantity.Columns));
        foreach (var entry in Bits.Entries(quantity)) Bits.AssertSame(plain[entry.Id.Row!.Value, entry.Id.Column!.Value], entry, entry.Name);
    }
}
