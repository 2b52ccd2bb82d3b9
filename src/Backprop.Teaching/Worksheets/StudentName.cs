using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Backprop.Teaching;

/// <summary>Names of students: read from a list, told apart, made safe as names of files, and turned into seeds.</summary>
static class StudentName
{
    const int MostCharacters = 60;
    const int MostNames = 500;
    const long SeedRange = 1_000_000;

    // names that Windows keeps for devices
    static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    };

    /// <summary>A name on each line; blank lines are passed over. The same name again gets a number behind it, in the order of the list.</summary>
    /// <exception cref="InvalidInputException">There is no name, or there are more than 500.</exception>
    public static ImmutableArray<string> Read(string text)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in text.ReplaceLineEndings("\n").TrimStart('\uFEFF').Split('\n'))
        {
            var name = Plain(line);
            if (name.Length == 0) continue;
            var own = name;
            for (var n = 2; !seen.Add(own); n++) own = string.Create(CultureInfo.InvariantCulture, $"{name} ({n})");
            names.Add(own);
            if (names.Count > MostNames) throw new InvalidInputException("", "", $"more than {MostNames} names", $"at most {MostNames}, one a line");
        }
        return names.Count > 0 ? names.ToImmutable() : throw new InvalidInputException("", "", "no names", "one name a line");
    }

    /// <summary>A file name for each, all different where upper and lower case are the same, without what a file system or a shell takes for something else.</summary>
    public static ImmutableArray<string> FileNames(IEnumerable<string> names)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. names.Select(name => OneOf(taken, Safe(name)))];
    }

    /// <summary>A seed for each, from the seed of the class and the name alone, all different: whoever joins changes nobody's numbers.</summary>
    public static ImmutableArray<long> Seeds(IEnumerable<string> names, long seed)
    {
        var taken = new HashSet<long>();
        return [.. names.Select(name =>
        {
            var own = Hash(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{name.ToUpperInvariant()}"));
            while (!taken.Add(own)) own = (own + 1) % SeedRange;
            return own;
        })];
    }

    static string Safe(string name)
    {
        var safe = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            var letter = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (letter) safe.Append(rune.ToString());
            else if (safe.Length > 0 && safe[^1] != '-') safe.Append('-');
            if (safe.Length >= MostCharacters) break;
        }
        var plain = safe.ToString().Trim('-');
        return plain.Length == 0 ? "student" : Devices.Contains(plain) ? plain + "-student" : plain;
    }

    static string OneOf(HashSet<string> taken, string name)
    {
        var own = name;
        for (var n = 2; !taken.Add(own); n++) own = string.Create(CultureInfo.InvariantCulture, $"{name}-{n}");
        return own;
    }

    // one form of each character, no control characters, single spaces
    static string Plain(string line)
    {
        var valid = new StringBuilder();
        foreach (var rune in line.EnumerateRunes())
            valid.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? " " : rune.ToString());
        var text = valid.ToString().Normalize(NormalizationForm.FormC);
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words) is { Length: > 200 } l ? l[..200] : string.Join(' ', words);
    }

    static long Hash(string text) => (long)(BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text))) % (ulong)SeedRange);
}
