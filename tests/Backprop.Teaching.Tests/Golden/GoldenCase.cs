using System.Text.Json;

namespace Backprop.Teaching.Tests.Golden;

/// <summary>One file of data/golden: an example and the numbers that others computed for it.</summary>
sealed class GoldenCase
{
    GoldenCase(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var root = document.RootElement.Clone();
        Name = Path.GetFileNameWithoutExtension(file);
        Example = Example.Read(file);
        Expected = root.GetProperty("expected");
        Extras = root.TryGetProperty("extras", out var extras) ? extras : default;
        Numbers = GoldenNames.Flatten(Expected);
    }

    public static IReadOnlyList<GoldenCase> All { get; } = [.. Repository.GoldenFiles.Select(file => new GoldenCase(file))];

    public string Name { get; }

    /// <summary>The part of the name before the first underscore, for example <c>g1</c>.</summary>
    public string ShortName => Name[..Name.IndexOf('_', StringComparison.Ordinal)];

    public Example Example { get; }

    public JsonElement Expected { get; }

    public JsonElement Extras { get; }

    /// <summary>Every number of <see cref="Expected"/> under its ASCII name, for example <c>delta[1][0]@0</c>.</summary>
    public IReadOnlyDictionary<string, double> Numbers { get; }

    public static GoldenCase Of(string shortName) => All.Single(golden => golden.ShortName == shortName);
}
