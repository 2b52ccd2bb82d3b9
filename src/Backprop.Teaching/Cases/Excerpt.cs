using System.Globalization;
using System.Text;

namespace Backprop.Teaching;

/// <summary>A piece of somebody's text as it stands in a message: one line, not long, nothing that steers a terminal.</summary>
static class Excerpt
{
    const int MostCharacters = 40;

    public static string Of(string text)
    {
        var written = new StringBuilder();
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (++count > MostCharacters) return written.Append('…').ToString();
            if (IsHarmless(rune)) written.Append(rune.ToString());
            else written.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        }
        return written.ToString();
    }

    public static string Quoted(string text) => $"\"{Of(text)}\"";

    static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
