using System.Globalization;

namespace Backprop.Teaching;

/// <summary>Reads one quantity name from left to right; every error says what was found and what was expected.</summary>
sealed class QuantityIdReader(string text)
{
    int position;

    public QuantityId Read()
    {
        var name = Word();
        if (QuantityKindInfo.Find(name) is not { } info)
            throw Error($"no quantity is called '{name}', expected one of {string.Join(' ', QuantityKindInfo.All.Select(each => each.Name))}");

        var brackets = new List<int[]>();
        while (Peek() == '[') brackets.Add(Bracket());
        int? sample = null;
        if (Peek() == '@')
        {
            position++;
            sample = Number("a sample after @");
        }
        if (Peek() != '\0') throw Error($"found '{text[position..].Trim()}', expected the end of the name, as in {Pattern(info)}");
        if (sample is not null && !info.PerSample) throw Error($"{info.Name} belongs to the whole batch, expected no @sample");
        return IsInput(info, brackets)
            ? new(QuantityKind.Input, null, brackets.Count == 2 ? brackets[1][0] : null, null, sample)
            : Assemble(info, brackets, sample);
    }

    // a[0] is the input
    static bool IsInput(QuantityKindInfo info, List<int[]> brackets) =>
        info.Kind == QuantityKind.Activation && brackets.Count is 1 or 2 && brackets[0] is [0] && (brackets.Count == 1 || brackets[1].Length == 1);

    QuantityId Assemble(QuantityKindInfo info, List<int[]> brackets, int? sample)
    {
        int? layer = null;
        if (info.HasLayer)
        {
            if (brackets.Count == 0 || brackets[0].Length != 1) throw Error($"expected a layer, as in {Pattern(info)}");
            layer = brackets[0][0];
            brackets.RemoveAt(0);
        }
        if (brackets.Count == 0) return new(info.Kind, layer, null, null, sample);
        if (brackets.Count > 1 || brackets[0].Length != info.Indices) throw Error($"expected {Pattern(info)}");
        return new(info.Kind, layer, brackets[0][0], info.Indices == 2 ? brackets[0][1] : null, sample);
    }

    static string Pattern(QuantityKindInfo info) =>
        info.Name + (info.HasLayer ? "[layer]" : "") + info.Indices switch { 0 => "", 1 => "[unit]", _ => "[to,from]" } + (info.PerSample ? "@sample" : "");

    int[] Bracket()
    {
        position++;
        var numbers = new List<int> { Number("an index after [") };
        while (Peek() == ',')
        {
            position++;
            numbers.Add(Number("an index after ,"));
        }
        if (Peek() != ']') throw Error($"expected ] at position {position + 1}");
        position++;
        return [.. numbers];
    }

    int Number(string expected)
    {
        _ = Peek();
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position])) position++;
        return int.TryParse(text.AsSpan(start, position - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Error($"expected {expected}: a whole number ≥ 0");
    }

    string Word()
    {
        _ = Peek();
        var start = position;
        while (position < text.Length && char.IsAsciiLetter(text[position])) position++;
        return text[start..position];
    }

    // the next character that is no space
    char Peek()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
        return position < text.Length ? text[position] : '\0';
    }

    UnknownQuantityException Error(string problem) => new(text.Trim(), problem);
}
