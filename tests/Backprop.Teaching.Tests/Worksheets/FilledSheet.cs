namespace Backprop.Teaching.Tests.Worksheets;

/// <summary>A worksheet as a student fills it in.</summary>
static class FilledSheet
{
    /// <summary>With one mistake made throughout, each number written with four digits.</summary>
    public static string WithMistake(Worksheet sheet, string label)
    {
        var rule = sheet.Numbers.Rules.Select((each, n) => (each.Label, n)).First(each => each.Label == label).n;
        return With(sheet, id => NumberFormat.Exact(sheet.Numbers.With(rule, id), 4));
    }

    /// <summary>With a text for each number.</summary>
    public static string With(Worksheet sheet, Func<QuantityId, string> text)
    {
        var lines = sheet.ToSheet().Split('\n');
        for (var n = 0; n < lines.Length; n++)
        {
            if (!lines[n].Contains(" = ?", StringComparison.Ordinal)) continue;
            var id = QuantityId.Parse(lines[n][..lines[n].IndexOf(" =", StringComparison.Ordinal)]);
            lines[n] = $"{id} = {string.Join(' ', AskedNumbers.Entries(id, sheet.Example.Network).Select(text))}";
        }
        return string.Join('\n', lines);
    }
}
