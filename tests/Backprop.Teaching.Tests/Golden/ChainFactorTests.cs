namespace Backprop.Teaching.Tests.Golden;

/// <summary>The factors of the chain rule where every layer has one neuron, as the second document writes them out.</summary>
public class ChainFactorTests
{
    [Theory]
    [InlineData("a0", 9)]
    [InlineData("a1", 27)]
    [InlineData("a2", 81)]
    public void Each_factor_of_each_layer_and_sample_is_a_quantity(string shortName, int count)
    {
        var golden = GoldenCase.Of(shortName);
        var trace = Backpropagation.Run(golden.Example);
        var factors = Enumerable.Range(0, trace.SampleCount)
            .Select(i => Enumerable.Range(1, trace.LayerCount).Reverse().Select(l => Factors(trace.Sample(i), l)).ToList()).ToList();
        Assert.Equal(count, Close.AssertTree(golden.Extras.GetProperty("chainFactors"), factors, shortName));
    }

    [Theory]
    [InlineData("a0")]
    [InlineData("a1")]
    [InlineData("a2")]
    public void The_product_of_the_factors_along_the_chain_is_the_gradient(string shortName)
    {
        var trace = Backpropagation.Run(GoldenCase.Of(shortName).Example);
        for (var i = 0; i < trace.SampleCount; i++)
        {
            var product = (double)trace.Sample(i).Layer(trace.LayerCount).ActivationGradient[0];
            for (var l = trace.LayerCount; l >= 1; l--)
            {
                var layer = trace.Sample(i).Layer(l);
                product *= layer.ActivationDerivative[0];
                Close.Assert(product * layer.Input[0], layer.WeightGradient[0, 0], $"{shortName} dW[{l}][0,0]@{i}");
                product *= layer.Weights[0, 0];
            }
        }
    }

    static Dictionary<string, object?> Factors(SampleTrace sample, int l)
    {
        var layer = sample.Layer(l);
        return new()
        {
            ["layer"] = layer.Number,
            ["dLda"] = layer.ActivationGradient[0].Value,
            ["dadz"] = layer.ActivationDerivative[0].Value,
            ["dzdw"] = layer.Input[0].Value,
            ["dzdb"] = 1,
            ["dzdaPrev"] = layer.Weights[0, 0].Value,
            ["dLdw"] = layer.WeightGradient[0, 0].Value,
            ["dLdb"] = layer.BiasGradient[0].Value,
            ["dLdaPrev"] = l == 1 ? sample.InputGradient[0].Value : sample.Layer(l - 1).ActivationGradient[0].Value,
        };
    }
}
