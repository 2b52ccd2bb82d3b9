using System.Text.Json;

namespace Backprop.Teaching.Tests.Cli;

public class TraceJsonTests
{
    [Fact]
    public void Every_golden_case_has_exactly_its_fields_and_numbers()
    {
        var (code, output, error) = BackpropCommand.Run(["trace", "--json", .. Repository.GoldenFiles]);
        Assert.Equal((0, ""), (code, error));
        var lines = output.Split('\n');
        Assert.Equal("", lines[^1]);
        Assert.Equal(Repository.GoldenFiles.Count, lines.Length - 1);
        foreach (var (file, line) in Repository.GoldenFiles.Zip(lines))
        {
            using var golden = JsonDocument.Parse(File.ReadAllText(file));
            using var printed = JsonDocument.Parse(line);
            Assert.Equal(["name", "expected"], printed.RootElement.EnumerateObject().Select(field => field.Name));
            Assert.Equal(golden.RootElement.GetProperty("name").GetString(), printed.RootElement.GetProperty("name").GetString());
            AssertSame(golden.RootElement.GetProperty("expected"), printed.RootElement.GetProperty("expected"), golden.RootElement.GetProperty("name").GetString()!);
        }
    }

    [Fact]
    public void What_is_not_there_is_null()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("bare.json", Example.Of(Network.Of(Layer.Tanh([[1, 2]]), Layer.Softmax([[1], [2]], [0, 0])), [1, 1], [0, 1]).ToJson());
        var (code, output, _) = BackpropCommand.Run("trace", file, "--json");
        Assert.Equal(0, code);
        using var printed = JsonDocument.Parse(output);
        var expected = printed.RootElement.GetProperty("expected");
        var layers = expected.GetProperty("samples")[0].GetProperty("layers");
        Assert.Equal(JsonValueKind.Null, layers[0].GetProperty("db").ValueKind);
        Assert.False(layers[0].TryGetProperty("jacobian", out _));
        Assert.Equal(JsonValueKind.Null, layers[1].GetProperty("fprime").ValueKind);
        Assert.Equal(2, layers[1].GetProperty("jacobian").GetArrayLength());
        foreach (var field in (string[])["sumDb", "meanDb", "gradB"])
            Assert.Equal([JsonValueKind.Null, JsonValueKind.Array], expected.GetProperty(field).EnumerateArray().Select(layer => layer.ValueKind));
        foreach (var field in (string[])["updatedW", "updatedB", "dataLossAfter", "regLossAfter", "totalLossAfter"])
            Assert.Equal(JsonValueKind.Null, expected.GetProperty(field).ValueKind);
    }

    [Fact]
    public void Numbers_read_back_as_the_bits_of_the_trace()
    {
        var (_, output, _) = BackpropCommand.Run("trace", "data/examples/softmax-cross-entropy-3-4-3.json", "--json");
        using var printed = JsonDocument.Parse(output);
        var expected = printed.RootElement.GetProperty("expected");
        var trace = Backpropagation.Run(Examples.SoftmaxCrossEntropy);
        Assert.Equal(trace.Loss.Value, expected.GetProperty("totalLoss").GetDouble());
        Assert.Equal(trace.Layer(1).TotalWeightGradient.ToRows().SelectMany(row => row), expected.GetProperty("gradW")[0].EnumerateArray().SelectMany(row => row.EnumerateArray().Select(each => each.GetDouble())));
        Assert.Equal(trace.Step().LossAfter.Value, expected.GetProperty("totalLossAfter").GetDouble());
    }

    [Fact]
    public void One_sample_alone()
    {
        var (_, all, _) = BackpropCommand.Run("trace", "data/examples/xor-2-2-1.json", "--json");
        var (_, one, _) = BackpropCommand.Run("trace", "data/examples/xor-2-2-1.json", "--json", "--sample", "2");
        using var printedAll = JsonDocument.Parse(all);
        using var printedOne = JsonDocument.Parse(one);
        var samples = printedOne.RootElement.GetProperty("expected").GetProperty("samples");
        Assert.Equal(1, samples.GetArrayLength());
        Assert.Equal(printedAll.RootElement.GetProperty("expected").GetProperty("samples")[2].GetRawText(), samples[0].GetRawText());
    }

    static void AssertSame(JsonElement golden, JsonElement printed, string path)
    {
        Assert.True(golden.ValueKind == printed.ValueKind, $"{path}: found {printed.ValueKind}, expected {golden.ValueKind}");
        switch (golden.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Equal(golden.EnumerateObject().Select(field => field.Name).Order(), printed.EnumerateObject().Select(field => field.Name).Order());
                foreach (var field in golden.EnumerateObject()) AssertSame(field.Value, printed.GetProperty(field.Name), $"{path}.{field.Name}");
                break;
            case JsonValueKind.Array:
                Assert.True(golden.GetArrayLength() == printed.GetArrayLength(), $"{path}: found {printed.GetArrayLength()} items, expected {golden.GetArrayLength()}");
                for (var i = 0; i < golden.GetArrayLength(); i++) AssertSame(golden[i], printed[i], $"{path}[{i}]");
                break;
            case JsonValueKind.Number:
                var (expected, found) = (golden.GetDouble(), printed.GetDouble());
                Assert.True(Math.Abs(found - expected) <= 1e-12 * Math.Max(1, Math.Abs(expected)), $"{path}: found {found:R}, expected {expected:R}");
                break;
        }
    }
}
