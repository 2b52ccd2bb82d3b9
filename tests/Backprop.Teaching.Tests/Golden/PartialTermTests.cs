namespace Backprop.Teaching.Tests.Golden;

/// <summary>The five-layer example split by output: J_i1 and J_i2, and the two paths into one weight.</summary>
public class PartialTermTests
{
    [Theory]
    [InlineData("c1", 71)]
    [InlineData("c2", 142)]
    public void Each_output_alone_gives_its_part_of_every_delta_and_weight_gradient(string shortName, int count)
    {
        var golden = GoldenCase.Of(shortName);
        var trace = Backpropagation.Run(golden.Example);
        var terms = Enumerable.Range(0, trace.SampleCount).Select(i => new Dictionary<string, object?>
        {
            ["perOutput"] = new[] { 0, 1 }.Select(k => OneOutput(trace, i, k)).ToList(),
            ["w11Terms"] = new[] { 0, 1 }.Select(k => PathThrough(trace.Sample(i), k)).ToList(),
            ["w11Sum"] = trace.Sample(i).Layer(3).WeightGradient[0, 0].Value,
        }).ToList();
        Assert.Equal(count, Close.AssertTree(golden.Extras.GetProperty("partialTerms"), terms, shortName));
    }

    [Theory]
    [InlineData("c1")]
    [InlineData("c2")]
    public void The_parts_of_both_outputs_add_up_to_the_whole(string shortName)
    {
        var trace = Backpropagation.Run(GoldenCase.Of(shortName).Example);
        for (var i = 0; i < trace.SampleCount; i++)
        {
            SampleTrace first = ForOutput(trace, i, 0).Sample(i), second = ForOutput(trace, i, 1).Sample(i), both = trace.Sample(i);
            Close.Assert(both.Loss, first.Loss + second.Loss, $"loss@{i}");
            for (var l = 1; l <= trace.LayerCount; l++)
                for (var j = 0; j < both.Layer(l).Units; j++)
                    Close.Assert(both.Layer(l).Delta[j], first.Layer(l).Delta[j] + second.Layer(l).Delta[j], $"delta[{l}][{j}]@{i}");
        }
    }

    static Dictionary<string, object?> OneOutput(BackpropTrace trace, int sample, int output)
    {
        var alone = ForOutput(trace, sample, output).Sample(sample);
        var layers = Enumerable.Range(1, trace.LayerCount).Select(alone.Layer).ToList();
        return new()
        {
            ["k"] = output + 1,
            ["J_ik"] = alone.Loss.Value,
            ["delta"] = layers.ConvertAll(layer => layer.Delta.ToArray()),
            ["dW"] = layers.ConvertAll(layer => layer.WeightGradient.ToRows()),
        };
    }

    // ∂J_ik/∂a⁽⁵⁾ · ∂a⁽⁵⁾/∂z⁽⁵⁾ · ∂z⁽⁵⁾/∂a⁽⁴⁾ · ∂a⁽⁴⁾/∂z⁽⁴⁾ · ∂z⁽⁴⁾/∂w⁽³⁾₁₁; the document's layer 5 is layer 4 here
    static Dictionary<string, object?> PathThrough(SampleTrace sample, int output)
    {
        LayerTrace last = sample.Layer(4), hidden = sample.Layer(3);
        double[] factors =
        [
            last.ActivationGradient[output], last.ActivationDerivative[output], last.Weights[output, 0], hidden.ActivationDerivative[0], hidden.Input[0],
        ];
        return new()
        {
            ["k"] = output + 1,
            ["dJ_da5"] = factors[0],
            ["da5_dz5"] = factors[1],
            ["dz5_da4"] = factors[2],
            ["da4_dz4"] = factors[3],
            ["dz4_dw"] = factors[4],
            ["product"] = factors.Aggregate((left, right) => left * right),
        };
    }

    // where the other target is met exactly, what is left of the loss is the one output's
    static BackpropTrace ForOutput(BackpropTrace trace, int sample, int output)
    {
        var other = 1 - output;
        return Backpropagation.Run(trace.Example.With($"y[{other}]@{sample}", trace.Value($"a[4][{other}]@{sample}")));
    }
}
