namespace Backprop.Teaching.Tests.Cli;

public class TraceCommandTests
{
    const string Mazur = "data/examples/mazur-2-2-2.json";

    [Fact]
    public void All_numbers_of_the_published_example_are_printed()
    {
        var (code, output, error) = BackpropCommand.Run("trace", Mazur, "--digits", "9");
        Assert.Equal((0, ""), (code, error));
        // W after the step as published; see sources.md 4.3 for the loss
        string[] published =
            ["0.593269992", "0.596884378", "0.751365070", "0.772928465", "0.298371109", "0.741365070", "0.186815602", "0.0821670406", "0.358916480", "0.408666186", "0.511301270", "0.561370121", "0.149780716", "0.199561432", "0.249751144", "0.299502287", "0.291027774"];
        Assert.All(published, number => Assert.Contains(number, output, StringComparison.Ordinal));
    }

    [Fact]
    public void Piped_output_is_the_plain_text_of_the_trace_without_colours()
    {
        var (_, output, _) = BackpropCommand.Run("trace", Mazur, "data/examples/xor-2-2-1.json");
        Assert.Equal(
            Backpropagation.Run(Examples.Mazur).Everything().ToText() + "\n\n" + Backpropagation.Run(Examples.Xor).Everything().ToText() + "\n",
            output);
        Assert.DoesNotContain('\x1b', output);
    }

    [Fact]
    public void One_sample_of_several()
    {
        var (code, output, _) = BackpropCommand.Run("trace", "data/examples/xor-2-2-1.json", "--sample", "3", "--digits", "6");
        Assert.Equal(0, code);
        Assert.Equal(Backpropagation.Run(Examples.Xor).Everything(3).ToText(new(6)) + "\n", output);
    }

    [Fact]
    public void A_bad_file_is_named_and_the_others_are_printed()
    {
        var (code, output, error) = BackpropCommand.Run("trace", Mazur, "no.json", "data/examples/chain-1-1-1-1.json", "--json");
        Assert.Equal(2, code);
        Assert.Equal("no.json: found no such file, expected an example file\n", error);
        Assert.Equal(["{\"name\":\"mazur-2-2-2\"", "{\"name\":\"chain-1-1-1-1\""], output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public void A_fault_in_a_file_names_line_column_and_field()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("bad.json", Examples.Mazur.ToJson().Replace("0.55", "NaN", StringComparison.Ordinal));
        Assert.Equal((2, "", $"{file}: line 12, column 32: layers[1].W[1][1] (layer 2, W row 1): found NaN, expected a finite number\n"), BackpropCommand.Run("trace", file));
    }

    public static TheoryData<string, Example> Overflows => new()
    {
        { "z[2][0]@0: found a number beyond the range of float64, first in layer 2 of sample 0, expected a finite one: smaller weights, inputs or learning rate.",
            Example.Of(Network.Of(Layer.Identity([[1e200]]), Layer.Identity([[1e200]]), Layer.Sigmoid([[1]])), [1], [0]) },
        { "dW[1][0,1]@0: found a number beyond the range of float64, first in layer 1 of sample 0, expected a finite one: smaller weights, inputs or learning rate.",
            Example.Of(Network.Of(Layer.Identity([[1e140, 0]])), [[1, 1.7e308], [1, 1.7e308]], [[0], [0]], name: "products") },
        { "newW[1][0,0]: found a number beyond the range of float64, first in layer 1, expected a finite one: smaller weights, inputs or learning rate.",
            Example.Of(Network.Of(Layer.Identity([[2]])), [1], [0], learningRate: 1.7e308) },
    };

    [Theory]
    [MemberData(nameof(Overflows))]
    public void An_overflow_is_reported_with_its_layer_and_nothing_else_is_printed(string message, Example example)
    {
        using var folder = new TemporaryFolder();
        var file = folder.At("large.json");
        example.Write(file);
        Assert.Equal((2, "", $"{file}: {message}\n"), BackpropCommand.Run("trace", file, "--json"));
        Assert.Equal((2, "", $"{file}: {message}\n"), BackpropCommand.Run("trace", file));
    }
}
