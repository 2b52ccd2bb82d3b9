namespace Backprop.Teaching.Notebooks;

/// <summary>Front ends count a cursor in Unicode code points, .NET in UTF-16 units.</summary>
static class CodePoints
{
    /// <summary>The place in UTF-16 units after <paramref name="count"/> code points; the end when the text is shorter.</summary>
    public static int ToUtf16(string text, int count)
    {
        var at = 0;
        for (var i = 0; i < count && at < text.Length; i++) at += IsPair(text, at) ? 2 : 1;
        return at;
    }

    /// <summary>How many code points stand before a place in UTF-16 units.</summary>
    public static int Before(string text, int place)
    {
        var count = 0;
        for (var at = 0; at < place && at < text.Length; at += IsPair(text, at) ? 2 : 1) count++;
        return count;
    }

    static bool IsPair(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
}
