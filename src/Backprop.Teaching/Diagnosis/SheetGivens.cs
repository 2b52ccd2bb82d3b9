namespace Backprop.Teaching;

/// <summary>Reads the givens of a sheet, <c>W[1] = …</c>, <c>b[1] = …</c>, <c>x = …</c>, <c>y = …</c>, into an example; what is missing or blank is named.</summary>
sealed class SheetGivens
{
    // how many samples a sheet may have before it is known how many there are
    const int MostSamples = 64;
    const string NoBias = "none";

    readonly SheetNet net;
    readonly SheetHeader header;
    readonly Dictionary<QuantityId, double> numbers = [];
    readonly Dictionary<QuantityId, SheetEntry> places = [];
    readonly HashSet<int> withoutBias = [];
    readonly SheetNumbers reader;

    readonly int countFrom;

    SheetGivens(SheetHeader header, SheetNet net, int countFrom)
    {
        this.countFrom = countFrom;
        this.header = header;
        this.net = net;
        reader = new(header.HasDecimalComma);
    }

    /// <summary>Whether a line before the answers states a given: W, b, x or y.</summary>
    public static bool IsGiven(QuantityId id) => id.Kind is QuantityKind.Weights or QuantityKind.Biases or QuantityKind.Input or QuantityKind.Target;

    /// <summary>The net of a sheet that states its givens; null if it does not.</summary>
    public static SheetNet? NetOf(SheetHeader header)
    {
        if (header[SheetSetting.Net] is not { } entry) return null;
        var (net, found, expected) = SheetNet.Parse(entry.Text);
        return net ?? throw entry.Wrong(found!, expected);
    }

    public static Example Read(SheetHeader header, SheetNet net, IEnumerable<SheetEntry> entries, Func<Example, SheetNames> namesOf, int countFrom, string title)
    {
        _ = SheetObjective.Of(header, new());
        var givens = new SheetGivens(header, net, countFrom);
        var (one, several) = (net.Skeleton(1), net.Skeleton(MostSamples));
        foreach (var entry in entries) givens.Add(entry, one, several, namesOf);
        return givens.ToExample(title);
    }

    void Add(SheetEntry entry, Example one, Example several, Func<Example, SheetNames> namesOf)
    {
        var (parsed, _) = namesOf(one).Parse(entry);
        if (!IsGiven(parsed)) throw entry.WrongName(parsed.ToString(), "one of the givens W, b, x, y before the line 'answers:'");
        if (parsed.IsPerSample && parsed.Sample is null && !parsed.IsScalar && SeveralRows(entry, parsed) is { } rows)
        {
            for (var i = 0; i < rows.Length; i++) AddValues(entry with { Text = rows[i] }, parsed with { Sample = i }, false, one);
            return;
        }
        var (id, transposed) = namesOf(parsed.IsPerSample && parsed.Sample is not null ? several : one).Find(entry);
        if (id.Kind == QuantityKind.Biases && !id.IsScalar && SheetSetting.Plain(entry.Text) == NoBias) withoutBias.Add(id.Layer!.Value);
        else AddValues(entry, id, transposed, one);
    }

    // x = 0.1 0.2; 0.3 0.4 has one row for each sample
    string[]? SeveralRows(SheetEntry entry, QuantityId id)
    {
        var rows = reader.Rows(entry.Text);
        var width = QuantityShape.Of(id, net.Skeleton(1).Network).Rows;
        if (rows.Length < 2 || (width > 1 && rows.Length == width && rows.All(row => row.Length == 1))) return null;
        return [.. rows.Select(row => string.Join("; ", row))];
    }

    void AddValues(SheetEntry entry, QuantityId id, bool transposed, Example skeleton)
    {
        // the texts of rows have their decimal points already
        foreach (var value in new SheetValues(skeleton.Network, reader, countFrom).Of(entry, id, transposed))
        {
            var name = entry with { Name = value.Quantity.IsScalar ? value.Label : entry.Name };
            if (value.IsBlank) throw name.Wrong("a blank", "a number");
            if (value.Number is not { } number) throw Wrong(name, value.Problem!);
            if (!numbers.TryAdd(value.Quantity, number.Value)) throw name.WrongName("the number a second time", $"each given once; it stands in line {places[value.Quantity].Line} too");
            places[value.Quantity] = entry;
        }
    }

    static InvalidInputException Wrong(SheetEntry entry, string problem)
    {
        var at = problem.IndexOf(", expected ", StringComparison.Ordinal);
        return entry.Wrong(problem["found ".Length..at], problem[(at + ", expected ".Length)..]);
    }

    Example ToExample(string title)
    {
        var layers = new List<DenseLayer>();
        for (var l = 1; l <= net.LayerCount; l++)
        {
            var (rows, columns) = (net.Sizes[l], net.Sizes[l - 1]);
            var weights = new double[rows][];
            for (var j = 0; j < rows; j++) weights[j] = [.. Enumerable.Range(0, columns).Select(k => Number(new(QuantityKind.Weights, l, j, k), $"W[{l}]"))];
            var biases = withoutBias.Contains(l) ? null : Enumerable.Range(0, rows).Select(j => Number(new(QuantityKind.Biases, l, j), $"b[{l}]", $" or b[{l}] = none")).ToArray();
            layers.Add(Layer.Of(net.Activations[l - 1], weights, biases));
        }
        var samples = 1 + numbers.Keys.Max(id => id.Sample ?? 0);
        double[][] Samples(QuantityKind kind, int width, string word) =>
            [.. Enumerable.Range(0, samples).Select(i => Enumerable.Range(0, width).Select(k => Number(new(kind, null, k, null, i), samples == 1 ? word : $"{word}@{i + (countFrom)}")).ToArray())];
        var (x, y) = (Samples(QuantityKind.Input, net.Sizes[0], "x"), Samples(QuantityKind.Target, net.Sizes[^1], "y"));
        try
        {
            var network = Network.Of([.. layers]) with { TrainBias = header.Choice(SheetSetting.TrainBias, ["yes", "no", "true", "false"]) is not ("no" or "false") };
            return Example.Of(network, x, y, SheetObjective.Of(header, new()), header.Number(SheetSetting.Rate), title);
        }
        catch (InvalidInputException error) when (error.Line is null)
        {
            throw Located(error);
        }
    }

    double Number(QuantityId id, string whole, string otherwise = "")
    {
        if (numbers.TryGetValue(id, out var number)) return number;
        throw header[SheetSetting.Net]!.Wrong($"no line for {id}", $"{whole} = …{otherwise}");
    }

    // what the example found wrong, where the sheet says it
    InvalidInputException Located(InvalidInputException error)
    {
        var entry = error.Field switch
        {
            "loss" => header[SheetSetting.Loss],
            "lambda" => header[SheetSetting.Lambda],
            "learningRate" => header[SheetSetting.Rate],
            _ when error.Field.StartsWith('Y') => places.FirstOrDefault(place => place.Key.Kind == QuantityKind.Target && error.Field.StartsWith($"Y[{place.Key.Sample}]", StringComparison.Ordinal)).Value,
            _ => header[SheetSetting.Net],
        } ?? header[SheetSetting.Net]!;
        return entry.Wrong(error.Found, error.Expected);
    }
}
