using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Json.Schema;

namespace Backprop.Teaching.Tests.Cases;

/// <summary>The schema that editors check a file against while it is written says what the reader says.</summary>
public class ExampleSchemaTests
{
    static readonly JsonSchema Schema = JsonSchema.FromFile(Repository.At("docs/example.schema.json"));

    // what one part of a file must have in common with another, and which word stands twice: no schema says that
    static readonly string[] BeyondASchema =
        ["as in row", "layer 1 has", "layer 2 has", "as in X", "one for each row of W", "a target is a distribution", "in a hidden layer", "outputs, expected", "a second time", "fits in 64 bits", "half a character", "found a comment", "a control character"];

    public static TheoryData<string> Files => [.. Repository.ExampleFiles, .. Directory.GetFiles(Repository.At("data/golden"), "*.json").Select(Path.GetFullPath)];

    public static TheoryData<string, string, string> Faults => ExampleErrorTests.Faults;

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_that_is_an_example_is_one_by_the_schema(string file) => Assert.True(Accepts(File.ReadAllText(Repository.At(file))), file);

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_the_reader_refuses_the_schema_refuses(string sound, string faulty, string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = ExampleErrorTests.Sound.Replace(sound, faulty, StringComparison.Ordinal);
        Assert.True(Accepts(ExampleErrorTests.Sound));
        if (!BeyondASchema.Any(words => message.Contains(words, StringComparison.Ordinal))) Assert.False(Accepts(text), message);
    }

    [Fact]
    public void The_words_to_choose_from_are_those_of_the_library()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.At("docs/example.schema.json")));
        var properties = document.RootElement.GetProperty("properties");
        Assert.Equal(ActivationFunction.All.Select(function => function.Name), Words(properties.GetProperty("layers").GetProperty("items").GetProperty("properties").GetProperty("activation")));
        Assert.Equal(LossFunction.All.Select(loss => loss.Name), Words(properties.GetProperty("loss")));
    }

    [Theory]
    [InlineData("""{ "label": "d", "quantity": "delta[2][0]@0", "value": "0.140" }""", true)]
    [InlineData("""{ "quantity": "0.5 * delta[2][0]@0 * W[2][0,1]", "value": 0.14, "steps": 0 }""", true)]
    [InlineData("""{ "quantity": "J", "value": "0.1", "steps": 100000 }""", true)]
    [InlineData("""{ "quantity": "J", "value": "0.1", "steps": -1 }""", false)]
    [InlineData("""{ "quantity": "J", "value": "0.1", "steps": 100001 }""", false)]
    [InlineData("""{ "quantity": "J", "value": "0.1", "steps": 1.5 }""", false)]
    [InlineData("""{ "quantity": 1, "value": "0.1" }""", false)]
    [InlineData("""{ "label": "d", "value": "0.1" }""", false)]
    [InlineData("""{ "label": "d", "quantity": "J" }""", false)]
    [InlineData("""{ "quantity": "J", "value": true }""", false)]
    [InlineData("""{ "quantity": "J", "value": "0.1", "step": 1 }""", false)]
    public void A_claim_is_one_for_the_reader_and_for_the_schema_alike(string claim, bool isOne)
    {
        var text = ExampleErrorTests.Sound.Replace("\"loss\"", $"\"claims\": [{claim}], \"loss\"", StringComparison.Ordinal);
        Assert.Equal(isOne, Accepts(text));
        ImmutableArray<Claim>? Read() => ClaimReader.Read(Encoding.UTF8.GetBytes(text), Backpropagation.Run(Example.Parse(ExampleErrorTests.Sound)));
        if (isOne) Assert.Single(Read()!.Value);
        else Assert.Throws<InvalidInputException>(() => Read());
    }

    [Fact]
    public void A_file_may_name_its_schema() =>
        Assert.Equal(Example.Parse(ExampleErrorTests.Sound), Example.Parse(ExampleErrorTests.Sound.Replace("\"loss\"", "\"$schema\": \"example.schema.json\", \"loss\"", StringComparison.Ordinal)));

    static IEnumerable<string?> Words(JsonElement property) => property.GetProperty("enum").EnumerateArray().Select(word => word.GetString());

    // a text that is no JSON at all is refused by the editor itself
    static bool Accepts(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Schema.Evaluate(document.RootElement).IsValid;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
