namespace Backprop.Teaching;

/// <summary>Which of some known names a misspelt one was meant to be.</summary>
static class NearestName
{
    /// <summary>The known name that a few slips of the keyboard lead to, or null if none is near.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        // more than that is no slip, and the table below is quadratic
        if (name.Length > 40) return null;
        var plain = Plain(name);
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in known)
        {
            var distance = Distance(plain, Plain(candidate));
            if (distance >= least || distance > Math.Max(1, candidate.Length / 3)) continue;
            (nearest, least) = (candidate, distance);
        }
        return nearest;
    }

    // learning_rate, learning-rate and LearningRate are all near learningRate
    static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    // letters left out, put in, replaced or swapped with their neighbour
    static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }
        return table[a.Length, b.Length];
    }
}
