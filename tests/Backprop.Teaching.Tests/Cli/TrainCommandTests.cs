using System.Text.Json;

namespace Backprop.Teaching.Tests.Cli;

public class TrainCommandTests
{
    const string Xor = "data/examples/xor-2-2-1.json";

    [Fact]
    public void Piped_output_is_the_plain_text_of_the_history_without_a_progress_bar()
    {
        var (code, output, error) = BackpropCommand.Run("train", Xor, "--epochs", "500");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(GradientDescent.Train(Examples.Xor, new() { Epochs = 500 }).ToText() + "\n", output);
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(3, -8)]
    [InlineData(4, 0)]
    [InlineData(null, null)]
    public void Json_has_the_losses_and_the_trained_layers(int? batch, int? seed)
    {
        string[] batchOption = batch is null ? [] : ["--batch", $"{batch}"];
        string[] seedOption = seed is null ? [] : ["--seed", $"{seed}"];
        var (code, output, error) = BackpropCommand.Run(["train", Xor, "--epochs", "20", "--json", .. batchOption, .. seedOption]);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(1, output.Count(character => character == '\n'));
        var history = GradientDescent.Train(Examples.Xor, new() { Epochs = 20, BatchSize = batch, Seed = seed ?? 0 });
        using var printed = JsonDocument.Parse(output);
        var root = printed.RootElement;
        Assert.Equal(["name", "learningRate", "batch", "seed", "epochs", "losses", "layers"], root.EnumerateObject().Select(field => field.Name));
        Assert.Equal(("xor-2-2-1", 1.0, batch ?? 4, seed ?? 0, 20), (root.GetProperty("name").GetString(), root.GetProperty("learningRate").GetDouble(), root.GetProperty("batch").GetInt32(), root.GetProperty("seed").GetInt32(), root.GetProperty("epochs").GetInt32()));
        Assert.Equal(history.Losses, root.GetProperty("losses").EnumerateArray().Select(loss => loss.GetDouble()));
        // the layers are those of an example file
        var trained = Examples.Xor.ToJson();
        trained = trained.Replace(Field(trained, "layers"), root.GetProperty("layers").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(history.Network, Example.Parse(trained).Network);
    }

    [Fact]
    public void A_file_without_learning_rate_cannot_be_trained()
    {
        using var folder = new TemporaryFolder();
        var file = folder.At("still.json");
        (Examples.Xor with { LearningRate = null }).Write(file);
        Assert.Equal((2, "", $"{file}: learningRate: found no such field, expected a number above 0: without it there is no step\n"), BackpropCommand.Run("train", file, "--epochs", "1"));
    }

    [Fact]
    public void A_training_that_diverges_says_in_which_epoch_and_where()
    {
        using var folder = new TemporaryFolder();
        var file = folder.At("diverging.json");
        Example.Of(Network.Of(Layer.Identity([[1]])), [10], [0], learningRate: 1e10).Write(file);
        var (code, output, error) = BackpropCommand.Run("train", file, "--epochs", "1000");
        Assert.Equal((2, ""), (code, output));
        var expected = Assert.Throws<TrainingDivergedException>(() => GradientDescent.Train(Example.Read(file), new() { Epochs = 1000 }));
        Assert.Equal($"{file}: {expected.Message}\n", error);
        Assert.StartsWith("Training diverged in epoch 13 with η = 10000000000: ", expected.Message, StringComparison.Ordinal);
    }

    static string Field(string json, string name)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty(name).GetRawText();
    }
}
