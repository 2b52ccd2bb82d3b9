using System.Collections.Immutable;
using System.Globalization;

namespace Backprop.Teaching;

/// <summary>What the settings of a sheet say.</summary>
sealed class SheetHeader
{
    readonly Dictionary<string, SheetEntry> first = [];

    public SheetHeader(IEnumerable<SheetEntry> settings)
    {
        foreach (var entry in settings)
        {
            var setting = SheetSetting.Of(entry.Name)!;
            if (setting is SheetSetting.Names or SheetSetting.Convention) continue;
            if (!first.TryAdd(setting, entry)) throw entry.WrongName("the setting a second time", $"each setting once; it stands in line {first[setting].Line} too");
        }
        NameLines = [.. settings.Where(entry => SheetSetting.Of(entry.Name) == SheetSetting.Names)];
        Conventions = [.. StatedInObjective(), .. settings.Where(entry => SheetSetting.Of(entry.Name) == SheetSetting.Convention).SelectMany(StatedConventions)];
    }

    public SheetEntry? this[string setting] => first.GetValueOrDefault(setting);

    public ImmutableArray<SheetEntry> NameLines { get; }

    public ImmutableArray<Convention> Conventions { get; }

    public bool HasDecimalComma => Choice(SheetSetting.Decimal, ["point", "comma"]) == "comma";

    public Notation Notation => this[SheetSetting.Notation] is not { } entry ? Notation.Canonical
        : Notation.Find(entry.Text.ToLowerInvariant()) ?? throw entry.Wrong("one of " + string.Join(", ", Notation.All.Select(notation => notation.Name)));

    public int? CountFrom
    {
        get
        {
            if (this[SheetSetting.CountFrom] is not { } entry) return null;
            if (entry.Text is not ("0" or "1")) throw entry.Wrong("0 or 1");
            if (entry.Text == "0" && SheetNames.CountsFromOne(Notation)) throw entry.Wrong($"1: the notation {Notation.Name} counts from 1");
            return entry.Text == "1" ? 1 : 0;
        }
    }

    public int? DigitsKept => this[SheetSetting.DigitsKept] is not { } entry ? null
        : int.TryParse(entry.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits is >= 1 and <= 15 ? digits : throw entry.Wrong("a whole number from 1 to 15");

    public double? Number(string setting)
    {
        if (this[setting] is not { } entry) return null;
        var numbers = new SheetNumbers(HasDecimalComma);
        return numbers.Read(entry.Text)?.Value ?? throw entry.Wrong(SheetNumbers.IsBlank(entry.Text) ? "a blank" : Excerpt.Quoted(entry.Text), "a number");
    }

    /// <summary>One of some words, or null if the setting is not there.</summary>
    public string? Choice(string setting, IReadOnlyList<string> words)
    {
        if (this[setting] is not { } entry) return null;
        var plain = Written(entry.Text);
        return words.FirstOrDefault(word => Written(word) == plain) ?? throw entry.Wrong("one of " + string.Join(", ", words));
    }

    IEnumerable<Convention> StatedInObjective()
    {
        foreach (var setting in (string[])[SheetSetting.ErrorFactor, SheetSetting.OverOutputs, SheetSetting.OverSamples, SheetSetting.Decay])
        {
            if (this[setting] is not { } entry) continue;
            var stated = Convention.All.Where(convention => convention.Line.StartsWith(setting + ":", StringComparison.Ordinal)).ToList();
            var value = entry.Text is "1/2" or "½" ? "0.5" : entry.Text;
            yield return stated.FirstOrDefault(convention => Written(Value(convention)) == Written(value)) ?? throw entry.Wrong("one of " + string.Join(", ", stated.Select(Value)));
        }
    }

    // names of several, parted by commas
    static IEnumerable<Convention> StatedConventions(SheetEntry entry)
    {
        var stated = Convention.All.Where(convention => convention.Line.StartsWith(SheetSetting.Convention + ":", StringComparison.Ordinal)).ToList();
        foreach (var name in entry.Text.Split(',', StringSplitOptions.TrimEntries))
            yield return stated.FirstOrDefault(convention => Written(Value(convention)) == Written(name)) ?? throw entry.Wrong("one of " + string.Join(", ", stated.Select(Value)));
    }

    static string Value(Convention convention) => convention.Line[(convention.Line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();

    static string Written(string text) => string.Concat(text.ToLowerInvariant().Replace("λ", "lambda", StringComparison.Ordinal).Replace('−', '-').Where(c => !char.IsWhiteSpace(c) && c != '_'));
}
