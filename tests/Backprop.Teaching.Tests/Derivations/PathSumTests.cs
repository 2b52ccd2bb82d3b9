namespace Backprop.Teaching.Tests.Derivations;

public class PathSumTests
{
    [Fact]
    public void The_paths_sum_to_the_quantity_in_every_stage_of_the_collapse() => GeneratedNets.ForEach(example =>
    {
        var trace = Backpropagation.Run(example);
        // at saturated units of the entropies ∂J/∂a · f′ is no longer a − y to the last digit
        QuantityKind[] kinds = [QuantityKind.WeightGradient, QuantityKind.BiasGradient, QuantityKind.Delta, QuantityKind.ActivationGradient, QuantityKind.InputGradient];
        foreach (var id in NotationNames.Ids(example).Where(id => id.IsScalar && kinds.Contains(id.Kind)))
        {
            var sum = trace[id] is ScalarQuantity scalar ? scalar.Paths() : null;
            Assert.NotNull(sum);
            Assert.True(sum.IsComplete);
            foreach (var terms in sum.Stages.Select(stage => stage.Terms).Prepend(sum.Paths))
            {
                var size = terms.Sum(term => Math.Abs(term.Product));
                Assert.True(Math.Abs(terms.Sum(term => term.Product) - sum.Quantity.Value) <= 1e-13 * Math.Max(size, double.Epsilon * 1e20), $"{id}: {terms.Sum(term => term.Product)} against {sum.Quantity.Value}");
            }
            if (id.Kind is QuantityKind.WeightGradient or QuantityKind.BiasGradient or QuantityKind.Delta) Assert.Single(sum.Stages[^1].Terms);
            Assert.True(sum.WithSharing <= sum.WithoutSharing || sum.Count == 1 || example.Network.LayerCount < 3, $"{id}: sharing costs more");
        }
    }, 120);

    [Fact]
    public void The_five_layer_example_has_one_path_for_each_output()
    {
        var sum = Backpropagation.Run(Examples.FiveLayers).Paths("dW[3][0,0]@0");
        Assert.Equal(2, sum.Count);
        Assert.Equal(0, Assert.Single(sum.Paths[0].Units));
        Close.Assert(-0.0081736437780371464, sum.Paths[0].Product, "J_i1");
        Close.Assert(0.012473199279946169, sum.Paths[1].Product, "J_i2");
        double[] first = [-0.50821177003559515, 0.24993256683288251, 0.6, 0.2453880989544264, 0.4370623449760706];
        Assert.All(first.Zip(sum.Paths[0].Factors), pair => Close.Assert(pair.First, pair.Second.Value, pair.Second.Quantity.Name));
        Assert.Equal(6, sum.WithSharing);
        Assert.Equal(8, sum.WithoutSharing);
    }

    [Fact]
    public void The_chain_has_one_path() => Assert.Equal(1, Backpropagation.Run(Examples.Chain).Paths("dW[1][0,0]").Count);

    [Fact]
    public void With_softmax_the_first_factor_is_the_derivative_by_z() =>
        Assert.Equal("delta[2][1]@1", Backpropagation.Run(Examples.SoftmaxCrossEntropy).Paths("dW[1][0,0]@1").Paths[1].Factors[0].Quantity.Name);

    [Fact]
    public void Beyond_ten_thousand_paths_the_largest_are_shown()
    {
        var network = Network.Create(WeightInitializer.Uniform(3, 2), 3,
            [(9, ActivationFunction.Tanh), (9, ActivationFunction.Tanh), (9, ActivationFunction.Tanh), (9, ActivationFunction.Tanh), (9, ActivationFunction.Tanh), (2, ActivationFunction.Identity)]);
        var trace = Backpropagation.Run(Example.Of(network, x: [0.3, -0.2, 0.5], y: [0.1, -0.4]));
        var sum = trace.Paths("dW[1][4,1]");
        Assert.Equal(9.0 * 9 * 9 * 9 * 2, sum.Count);
        Assert.False(sum.IsComplete);
        Assert.Equal(100, sum.Paths.Length);
        Assert.Empty(sum.Stages);

        // the hundred largest of all 13,122, found the long way round
        var all = AllProducts(trace, 4).Select(product => Math.Abs(product * trace.Value("x[1]"))).OrderDescending().Take(100).ToArray();
        Assert.All(all.Zip(sum.Paths), pair => Assert.Equal(pair.First, Math.Abs(pair.Second.Product), pair.First * 1e-12));
        Assert.Contains("13,122", sum.ToText(), StringComparison.Ordinal);
    }

    static IEnumerable<double> AllProducts(BackpropTrace trace, int unit)
    {
        double Number(string name) => trace.Value(name);
        IEnumerable<double> From(int layer, int u)
        {
            if (layer == trace.LayerCount)
            {
                yield return Number($"dA[{layer}][{u}]") * Number($"fprime[{layer}][{u}]");
                yield break;
            }
            for (var next = 0; next < trace.Network.Layer(layer + 1).Units; next++)
                foreach (var product in From(layer + 1, next))
                    yield return product * Number($"W[{layer + 1}][{next},{u}]") * Number($"fprime[{layer}][{u}]");
        }
        return From(1, unit);
    }

    [Theory]
    [InlineData("z[1][0]", "z[1][0]@0: no paths lead from here to the loss, expected dW, db, delta, dA or dx of one sample, for example dW[1][0,0]@0.")]
    [InlineData("gradW[1][0,0]", "gradW[1][0,0]: no paths lead from here to the loss, expected dW, db, delta, dA or dx of one sample, for example dW[1][0,0]@0.")]
    [InlineData("dW[1]", "dW[1]: found a whole vector or matrix, expected one number: add the last bracket.")]
    public void What_has_no_paths_is_refused(string name, string message) =>
        Assert.Equal(message, Assert.Throws<UnknownQuantityException>(() => Backpropagation.Run(Examples.Mazur).Paths(name)).Message);
}
