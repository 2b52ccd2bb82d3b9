using System.Text.Json;

namespace Backprop.Teaching.Tests.Cases;

public class ExamplesTests
{
    [Fact]
    public void Every_golden_file_reads_as_what_it_says() => Assert.All(Repository.GoldenFiles, path =>
    {
        var example = Example.Read(path);
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        var root = file.RootElement;
        Assert.Equal(root.GetProperty("name").GetString(), example.Name);
        Assert.Equal(root.GetProperty("loss").GetString(), example.Objective.Loss.Name);
        Assert.Equal(root.GetProperty("lambda").GetDouble(), example.Objective.WeightDecay);
        Assert.Equal(root.GetProperty("learningRate").GetDouble(), example.LearningRate);
        Assert.Equal(root.GetProperty("trainBias").GetBoolean(), example.Network.TrainBias);
        AssertRows(root.GetProperty("X"), (i, k) => example.Input(i)[k]);
        AssertRows(root.GetProperty("Y"), (i, j) => example.Target(i)[j]);
        Assert.Equal(root.GetProperty("X").GetArrayLength(), example.SampleCount);
        foreach (var (index, layer) in root.GetProperty("layers").EnumerateArray().Index())
        {
            var read = example.Network.Layer(index + 1);
            Assert.Equal(layer.GetProperty("activation").GetString(), read.Activation.Name);
            AssertRows(layer.GetProperty("W"), read.Weight);
            Assert.Equal(layer.GetProperty("b").EnumerateArray().Select(b => b.GetDouble()), read.Biases!);
        }
    });

    [Fact]
    public void The_embedded_examples_are_the_files() =>
        Assert.Equal(Repository.ExampleFiles.Select(Example.Read).OrderBy(example => example.Name), Examples.All.OrderBy(example => example.Name));

    [Fact]
    public void An_example_is_called_as_its_file_is() =>
        Assert.Equal(Repository.ExampleFiles.Select(Path.GetFileNameWithoutExtension), Repository.ExampleFiles.Select(path => Example.Read(path).Name));

    [Theory]
    [InlineData("a1_chain_1-1-1-1_sigmoid_1sample", nameof(Examples.Chain))]
    [InlineData("a2_chain_1-1-1-1_sigmoid_3samples", nameof(Examples.ChainThreeSamples))]
    [InlineData("b1_3-4-2_sigmoid_1sample", nameof(Examples.TwoOutputs))]
    [InlineData("b2_3-4-2_sigmoid_4samples", nameof(Examples.TwoOutputsFourSamples))]
    [InlineData("c1_doc000_five_layers_3-2-2-2-2_no_bias", nameof(Examples.FiveLayers))]
    [InlineData("d1_doc001_toy_3-4-2_tanh_identity_rowbatch", nameof(Examples.RowBatch))]
    [InlineData("e2_doc003_3-4-3_softmax_cross_entropy", nameof(Examples.SoftmaxCrossEntropy))]
    [InlineData("f1_doc004_3-4-3-1_relu_identity_5samples", nameof(Examples.ReluRegression))]
    [InlineData("g1_mazur_2-2-2", nameof(Examples.Mazur))]
    public void The_examples_of_the_lessons_have_the_numbers_of_the_golden_cases(string golden, string name)
    {
        var example = (Example)typeof(Examples).GetProperty(name)!.GetValue(null)!;
        var expected = Example.Read(Repository.At($"data/golden/{golden}.json")) with { Name = example.Name };
        if (name == nameof(Examples.SoftmaxCrossEntropy)) expected = expected with { Objective = expected.Objective with { WeightDecay = 0.1 } };
        Assert.Equal(expected, example);
    }

    static void AssertRows(JsonElement rows, Func<int, int, double> value)
    {
        foreach (var (i, row) in rows.EnumerateArray().Index())
            foreach (var (k, number) in row.EnumerateArray().Index())
                Assert.Equal(number.GetDouble(), value(i, k));
    }
}
