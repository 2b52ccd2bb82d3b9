using System.Text.Json;

namespace Backprop.Teaching.Tests.Checking;

/// <summary>The golden cases as examples, with the gradients that were computed elsewhere.</summary>
static class Golden
{
    public static TheoryData<string> Names { get; } = [.. Repository.GoldenFiles.Select(file => Path.GetFileNameWithoutExtension(file)!)];

    public static JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllText(FileOf(name))).RootElement;

    public static Example Example(string name) => Teaching.Example.Read(FileOf(name));

    public static double[] Vector(JsonElement json) => [.. json.EnumerateArray().Select(each => each.GetDouble())];

    public static double[][] Rows(JsonElement json) => [.. json.EnumerateArray().Select(Vector)];

    static string FileOf(string name) => Repository.GoldenFiles.Single(file => Path.GetFileName(file).StartsWith(name, StringComparison.Ordinal));
}
