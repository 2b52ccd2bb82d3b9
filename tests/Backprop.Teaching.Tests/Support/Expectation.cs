using Xunit.Sdk;

namespace Backprop.Teaching.Tests;

/// <summary>Approved texts in Expectations/. With BACKPROP_APPROVE=1 in the environment a test writes its text there instead of comparing it.</summary>
static class Expectation
{
    public static string Folder => Repository.At("tests/Backprop.Teaching.Tests/Expectations");

    public static void Matches(string file, string text) => Matches(Path.Combine(Folder, file), "Expectations/" + file, text);

    /// <summary>A page for people that is made from the library: it lies where people look for it.</summary>
    public static void Page(string file, string text) => Matches(Repository.At(file), file, text);

    static void Matches(string path, string file, string text)
    {
        text = text.TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("BACKPROP_APPROVE") == "1")
        {
            File.WriteAllText(path, text);
            return;
        }
        if (!File.Exists(path)) throw new XunitException($"{file} is missing: look at the text and write it with BACKPROP_APPROVE=1.\n{text}");
        string[] expected = File.ReadAllText(path).Split('\n'), found = text.Split('\n');
        for (var i = 0; i < Math.Max(expected.Length, found.Length); i++)
        {
            var (left, right) = (i < expected.Length ? expected[i] : "(end)", i < found.Length ? found[i] : "(end)");
            if (left != right) throw new XunitException($"{file}, line {i + 1}:\n  expected: {left}\n  found:    {right}\nIf the new text is right, write it with BACKPROP_APPROVE=1.");
        }
    }
}
