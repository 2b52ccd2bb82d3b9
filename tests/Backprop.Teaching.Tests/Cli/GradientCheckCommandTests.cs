using System.Text.Json;

namespace Backprop.Teaching.Tests.Cli;

public class GradientCheckCommandTests
{
    const string Chain = "data/examples/chain-1-1-1-1.json";

    [Fact]
    public void Every_example_passes_and_every_parameter_is_listed()
    {
        var (code, output, error) = BackpropCommand.Run(["gradcheck", "--json", .. Repository.GoldenFiles, .. Repository.ExampleFiles]);
        Assert.Equal((0, ""), (code, error));
        var files = Repository.GoldenFiles.Concat(Repository.ExampleFiles).ToList();
        var lines = output.Split('\n');
        Assert.Equal("", lines[^1]);
        Assert.Equal(files.Count, lines.Length - 1);
        foreach (var (file, line) in files.Zip(lines))
        {
            using var printed = JsonDocument.Parse(line);
            var example = Example.Read(file);
            Assert.Equal(example.Name, printed.RootElement.GetProperty("name").GetString());
            Assert.True(printed.RootElement.GetProperty("passed").GetBoolean());
            Assert.Equal(1e-5, printed.RootElement.GetProperty("step").GetDouble());
            Assert.Equal(Backpropagation.Run(example).Loss.Value, printed.RootElement.GetProperty("loss").GetDouble());
            var parameters = printed.RootElement.GetProperty("parameters").EnumerateArray().ToList();
            Assert.Equal(
                example.Network.Layers.Sum(layer => (layer.Units * layer.Inputs) + (layer.HasBias ? layer.Units : 0)),
                parameters.Select(parameter => parameter.GetProperty("name").GetString()).Distinct().Count());
            foreach (var parameter in parameters)
            {
                var name = parameter.GetProperty("name").GetString()!;
                Assert.Equal(Backpropagation.Run(example).Value("grad" + name), parameter.GetProperty("analytic").GetDouble());
                Assert.False(parameter.GetProperty("fails").GetBoolean());
            }
        }
    }

    [Fact]
    public void Piped_output_is_the_plain_text_of_the_report()
    {
        var (code, output, error) = BackpropCommand.Run("gradcheck", Chain, "data/examples/xor-2-2-1.json", "--step", "1e-6");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(GradientCheck.Run(Examples.Chain, 1e-6).ToText() + "\n\n" + GradientCheck.Run(Examples.Xor, 1e-6).ToText() + "\n", output);
    }

    [Fact]
    public void A_parameter_that_fails_is_exit_code_1_and_a_bad_file_2()
    {
        // with a step of 1 the loss is no straight line any more
        var (code, output, error) = BackpropCommand.Run("gradcheck", Chain, "--step", "1", "--json");
        Assert.Equal((1, ""), (code, error));
        using var printed = JsonDocument.Parse(output);
        Assert.False(printed.RootElement.GetProperty("passed").GetBoolean());
        Assert.True(printed.RootElement.GetProperty("parameters")[0].GetProperty("fails").GetBoolean());

        (code, output, error) = BackpropCommand.Run("gradcheck", "no.json", Chain, "--step", "1");
        Assert.Equal((2, "no.json: found no such file, expected an example file\n"), (code, error));
        Assert.Contains("6 of 6 weights and biases fail", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_at_its_kink_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = folder.At("kink.json");
        Example.Of(Network.Of(Layer.ReLU([[1]], [0]), Layer.Identity([[1]])), [1e-7], [1]).Write(file);
        var (code, output, _) = BackpropCommand.Run("gradcheck", file, "--json");
        Assert.Equal(0, code);
        using var printed = JsonDocument.Parse(output);
        var bias = printed.RootElement.GetProperty("parameters").EnumerateArray().Single(parameter => parameter.GetProperty("name").GetString() == "b[1][0]");
        Assert.Equal(["z[1][0]@0"], bias.GetProperty("kinks").EnumerateArray().Select(kink => kink.GetString()));
    }
}
