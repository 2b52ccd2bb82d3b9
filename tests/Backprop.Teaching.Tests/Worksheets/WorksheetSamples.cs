using Xunit.Sdk;

namespace Backprop.Teaching.Tests.Worksheets;

/// <summary>What lies in data/worksheets and how it comes about. With BACKPROP_APPROVE=1 in the environment it is written instead of compared.</summary>
static class WorksheetSamples
{
    public static (string Name, WorksheetPlan Plan)[] All =>
    [
        ("2-4-2-seed-7", WorksheetPlan.Of("2-4-2") with { Seed = 7 }),
        ("3-4-3-softmax-seed-7", WorksheetPlan.Of("3-4-3 tanh softmax") with { Seed = 7, WeightDecay = 0.1 }),
    ];

    /// <summary>What the class of names.txt handed in.</summary>
    public static IEnumerable<(string Path, string Text)> HandedIn()
    {
        var set = ClassSet.Create(WorksheetPlan.Of("2-4-2") with { Seed = 7 }, File.ReadAllText(Repository.At("data/worksheets/names.txt")));
        string[] made = ["", "D2@1", "M1", "D2@1", "P1@1", "half", "E2", "slip", "D1@2"];
        for (var n = 0; n < made.Length; n++)
        {
            var sheet = set.Worksheets[n];
            yield return (set.FileNames[n] + ".txt", made[n] switch
            {
                "" => sheet.ToKey(),
                "half" => FilledSheet.With(sheet, id => id.Kind is QuantityKind.PreActivation or QuantityKind.Activation ? NumberFormat.Exact(sheet.Value(id), 4) : "?"),
                "slip" => FilledSheet.With(sheet, id => Slipped(sheet, id)),
                var label => FilledSheet.WithMistake(sheet, label),
            });
        }
    }

    public static void Matches(string path, string text)
    {
        var file = Repository.At("data/worksheets/" + path);
        if (Environment.GetEnvironmentVariable("BACKPROP_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            return;
        }
        if (!File.Exists(file) || File.ReadAllText(file) != text) throw new XunitException($"data/worksheets/{path} is not what the command writes now. If the new text is right, write it with BACKPROP_APPROVE=1.");
    }

    // two neighbouring digits of one δ are swapped
    static string Slipped(Worksheet sheet, QuantityId id)
    {
        var text = NumberFormat.Exact(sheet.Value(id), 4);
        if (id != new QuantityId(QuantityKind.Delta, 2, 1, null, 0)) return text;
        var at = Enumerable.Range(0, text.Length - 1).Last(n => char.IsAsciiDigit(text[n]) && char.IsAsciiDigit(text[n + 1]) && text[n] != text[n + 1] && text[n] != '0' && text[n + 1] != '0');
        return text[..at] + text[at + 1] + text[at] + text[(at + 2)..];
    }
}
