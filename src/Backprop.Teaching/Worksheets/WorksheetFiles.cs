namespace Backprop.Teaching;

/// <summary>Which files a worksheet or a class set is written to, and what stands in each.</summary>
static class WorksheetFiles
{
    /// <summary>The folder of what students do not get.</summary>
    public const string Teacher = "teacher";

    public static IReadOnlyList<(string Path, string Text)> Of(Worksheet worksheet) =>
    [
        ("sheet.txt", worksheet.ToSheet()),
        ("sheet.html", worksheet.ToPage()),
        (Teacher + "/key.txt", worksheet.ToKey()),
        (Teacher + "/key.html", worksheet.ToKeyPage()),
        (Teacher + "/mistakes.html", worksheet.ToMistakePage()),
        (Teacher + "/certificate.txt", worksheet.Certificate.ToText() + "\n"),
    ];

    public static IReadOnlyList<(string Path, string Text)> Of(ClassSet set)
    {
        var files = new List<(string, string)>();
        for (var n = 0; n < set.Worksheets.Length; n++)
        {
            files.Add(($"students/{set.FileNames[n]}.txt", set.Worksheets[n].ToSheet()));
            files.Add(($"students/{set.FileNames[n]}.html", set.Worksheets[n].ToPage()));
            files.Add(($"{Teacher}/mistakes/{set.FileNames[n]}.html", set.Worksheets[n].ToMistakePage()));
        }
        files.Add((Teacher + "/key.html", set.ToKeyPage()));
        files.Add((Teacher + "/key.csv", set.ToKeyTable()));
        files.Add((Teacher + "/certificates.txt", string.Join("\n", set.Worksheets.Select(sheet => sheet.Plan.Student + "\n" + sheet.Certificate.ToText() + "\n"))));
        return files;
    }
}
