using System.Collections.Immutable;
using System.Text;

namespace Backprop.Teaching;

/// <summary>From the bytes of a sheet to the sheet.</summary>
static class SheetReader
{
    const string Givens = "the givens, from a line such as 'net: 2-2-2 sigmoid' on, or an example that the sheet answers";

    const string Expected = "an answer sheet: a number on each line, such as delta[2][0] = 0.1385";

    /// <summary>The lines of a sheet in whichever form it is.</summary>
    public static IReadOnlyList<SheetEntry> Entries(ReadOnlySpan<byte> bytes, string source)
    {
        ExampleReader.CheckEncoding(bytes);
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty) throw new InvalidInputException("", "", "an empty text", Expected);
        if (start.StartsWith("{") && start.Contains("\"layers\"", StringComparison.Ordinal)) throw new InvalidInputException("", "", "an example", Expected);
        if (start.StartsWith("{")) return SheetJsonReader.Read(bytes);
        if (source.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || SheetTableReader.IsHeader(FirstLine(start))) return SheetTableReader.Read(text);
        return SheetTextReader.Read(text);
    }

    /// <summary>Whether it is an example file: JSON that states no <c>net</c>, or nothing at all.</summary>
    public static bool IsExample(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var start = bytes.TrimStart(" \t\r\n"u8);
        return start.IsEmpty || (start[0] is (byte)'{' or (byte)'[' && (start.IndexOf("\"net\""u8) < 0 || start.IndexOf("\"layers\""u8) >= 0));
    }

    /// <summary>Counted as it says; where it does not say, from 0, or from 1 if its names are there only so.</summary>
    public static AnswerSheet Read(IReadOnlyList<SheetEntry> entries, string source, Example? example)
    {
        var header = new SheetHeader(entries.Where(IsSetting));
        var stated = header.CountFrom ?? (SheetNames.CountsFromOne(header.Notation) ? 1 : null);
        if (stated is { } countFrom) return ReadCounted(entries, source, example, countFrom);
        try
        {
            return ReadCounted(entries, source, example, 0);
        }
        catch (InvalidInputException)
        {
            try
            {
                return ReadCounted(entries, source, example, 1);
            }
            catch (InvalidInputException)
            {
                // the message about the sheet as it counts by rule is the one thrown
            }
            throw;
        }
    }

    public static AnswerSheet ReadCounted(IReadOnlyList<SheetEntry> entries, string source, Example? example, int countFrom)
    {
        var header = new SheetHeader(entries.Where(IsSetting));
        var rowVectors = header.Conventions.Contains(Convention.RowVectors);
        var start = AnswersFrom(entries, header);
        SheetNames NamesOf(Example of, SheetLabels labels) => new(of, header.Notation, countFrom, rowVectors, labels);
        var net = SheetGivens.NetOf(header);
        if (net is not null && example is not null) throw header[SheetSetting.Net]!.WrongName("givens beside an example from elsewhere", "one of them: a sheet with givens needs no example");

        var labels = new SheetLabels();
        Declare(labels, header, NamesOf(net?.Skeleton(1) ?? example ?? throw new InvalidInputException("", "", "no givens", Givens), labels));
        var lines = entries.Where(entry => !IsSetting(entry)).ToList();
        var given = example ?? SheetGivens.Read(header, net!, Before(lines, start, NamesOf(net!.Skeleton(1), labels)), of => NamesOf(of, labels), countFrom, Title(header, source));
        if (example is not null) given = Stated(header, example);
        foreach (var (label, id) in PublishedNames.Of(given)) labels.AddKnown(label, id);

        var answered = net is null ? lines : [.. lines.Except(Before(lines, start, NamesOf(net.Skeleton(1), labels)))];
        var answers = Answers(answered, NamesOf(given, labels), new SheetValues(given.Network, new(header.HasDecimalComma), countFrom));
        return new AnswerSheet(source, given, net is not null, answers)
        {
            CountFrom = countFrom,
            StatesCountFrom = header.CountFrom is not null || SheetNames.CountsFromOne(header.Notation),
            Notation = header.Notation,
            DigitsKept = header.DigitsKept,
            Conventions = header.Conventions,
            Student = header[SheetSetting.Student]?.Text,
        }.From(entries, example);
    }

    // a line such as loss: 0.298 is an answer
    static bool IsSetting(SheetEntry entry) => entry.IsSetting && !(SheetSetting.Of(entry.Name) == SheetSetting.Loss && WrittenNumber.TryParse(entry.Text, out _));

    static int AnswersFrom(IReadOnlyList<SheetEntry> entries, SheetHeader header) =>
        header[SheetSetting.Answers] is { } marker ? entries.TakeWhile(entry => entry != marker).Count(entry => !IsSetting(entry)) : -1;

    // the givens: all before the line 'answers:', without it every W, b, x and y
    static List<SheetEntry> Before(List<SheetEntry> lines, int answersFrom, SheetNames names) =>
        answersFrom >= 0 ? lines[..answersFrom] : [.. lines.Where(entry => SheetGivens.IsGiven(names.Parse(entry).Id))];

    static ImmutableArray<SheetAnswer> Answers(IEnumerable<SheetEntry> entries, SheetNames names, SheetValues values)
    {
        var answers = ImmutableArray.CreateBuilder<SheetAnswer>();
        var lines = new Dictionary<QuantityId, int>();
        foreach (var entry in entries)
        {
            var (id, transposed) = names.Find(entry);
            foreach (var answer in values.Of(entry, id, transposed))
            {
                if (!lines.TryAdd(answer.Quantity, entry.Line)) throw entry.WrongName($"{answer.Quantity} a second time", $"each number once; it stands in line {lines[answer.Quantity]} too");
                answers.Add(answer);
            }
        }
        return answers.ToImmutable();
    }

    static Example Stated(SheetHeader header, Example example)
    {
        try
        {
            var stated = example with { Objective = SheetObjective.Of(header, example.Objective) };
            return header.Number(SheetSetting.Rate) is { } rate ? stated with { LearningRate = rate } : stated;
        }
        catch (InvalidInputException error) when (error.Line is null)
        {
            throw (header[error.Field == "learningRate" ? SheetSetting.Rate : SheetSetting.Loss] ?? header[SheetSetting.Lambda])!.Wrong(error.Found, error.Expected);
        }
    }

    // names: w5 = W[2][0,0], w6 = W[2][0,1]
    static void Declare(SheetLabels labels, SheetHeader header, SheetNames names)
    {
        foreach (var line in header.NameLines)
        {
            foreach (var part in Parts(line.Text))
            {
                var at = part.IndexOf('=', StringComparison.Ordinal);
                if (at <= 0) throw line.Wrong(Excerpt.Quoted(part), "label = name, as in w5 = W[2][0,0]");
                var (label, name) = (part[..at].Trim(), part[(at + 1)..].Trim());
                var (id, _) = names.Parse(line with { Name = name, NameColumn = line.TextColumn });
                if (!id.IsScalar) throw line.Wrong(Excerpt.Quoted(name), "the name of one number, as in w5 = W[2][0,0]");
                if (!labels.Add(label, id)) throw line.Wrong($"the label {Excerpt.Quoted(label)} a second time", "each label once");
            }
        }
    }

    static IEnumerable<string> Parts(string text)
    {
        var (start, depth) = (0, 0);
        for (var n = 0; n < text.Length; n++)
        {
            if (text[n] is '[' or '{') depth++;
            if (text[n] is ']' or '}') depth--;
            if (text[n] is not (',' or ';') || depth > 0) continue;
            yield return text[start..n];
            start = n + 1;
        }
        yield return text[start..];
    }

    static string Title(SheetHeader header, string source) => header[SheetSetting.Title]?.Text is { Length: > 0 } title ? title : Path.GetFileNameWithoutExtension(source);

    static string FirstLine(ReadOnlySpan<char> text) => text[..(text.IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length)].ToString();
}
