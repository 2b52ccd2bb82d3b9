namespace Backprop.Teaching;

/// <summary>Finds what a name on a sheet stands for: a label, a name of the sheet's notation, or the ASCII name, counted as the sheet counts.</summary>
sealed class SheetNames
{
    readonly Example example;
    readonly int countFrom;
    readonly bool rowVectors;
    readonly SheetLabels labels;
    readonly Notation notation;
    readonly Lazy<(Dictionary<string, QuantityId> Names, bool Shifted)> symbols;

    public SheetNames(Example example, Notation notation, int countFrom, bool rowVectors, SheetLabels labels)
    {
        this.example = example;
        this.notation = notation;
        this.countFrom = countFrom;
        this.rowVectors = rowVectors;
        this.labels = labels;
        symbols = new(Symbols);
    }

    /// <summary>The quantity, counted from 0 and with its sample, and whether the sheet writes its matrix transposed.</summary>
    public (QuantityId Id, bool Transposed) Find(SheetEntry entry)
    {
        var (id, transposed) = Parse(entry);
        var (complete, found, expected) = QuantityShape.Complete(id, example, countFrom);
        return found is null ? (complete, transposed) : throw entry.WrongName(found, expected);
    }

    /// <summary>The quantity counted from 0, of any size of net; a label has its sample only where it says so.</summary>
    public (QuantityId Id, bool Transposed) Parse(SheetEntry entry)
    {
        if (labels.Find(entry.Name, countFrom) is { } labelled) return (labelled, false);
        // a text that has no symbol for a quantity writes its ASCII name
        if (notation != Notation.Canonical && symbols.Value.Names.TryGetValue(SymbolText.Normalize(entry.Name), out var symbol))
            return (symbols.Value.Shifted ? Counted(symbol) with { Sample = example.SampleCount == 1 ? symbol.Sample : symbol.Sample - 1 } : symbol, notation.HasRowVectors);
        try
        {
            var id = Counted(QuantityId.Parse(entry.Name));
            return (rowVectors && id.Column is { } from ? id with { Row = from, Column = id.Row } : id, rowVectors);
        }
        catch (UnknownQuantityException error)
        {
            throw Unknown(entry, error);
        }
    }

    /// <summary>Whether the notation itself counts units from 1.</summary>
    public static bool CountsFromOne(Notation notation) => notation == Notation.BiasUnit || notation == Notation.Sensitivity;

    QuantityId Counted(QuantityId id) => id with { Row = id.Row - countFrom, Column = id.Column - countFrom, Sample = id.Sample - countFrom };

    // where the sheet counts from 1 and the notation from 0, its symbols are those of a net with one more of everything
    (Dictionary<string, QuantityId> Names, bool Shifted) Symbols()
    {
        if (countFrom == 0 || CountsFromOne(notation)) return (NotationNames.Of(notation, example), false);
        return (NotationNames.Of(notation, Enlarged()), true);
    }

    Example Enlarged()
    {
        var network = example.Network;
        var layers = network.Layers.Select(layer => Layer.Of(
            layer.Activation, [.. Enumerable.Range(0, layer.Units + 1).Select(_ => new double[layer.Inputs + 1])], layer.HasBias ? new double[layer.Units + 1] : null));
        // one sample has no index in a notation, and gets none
        var samples = example.SampleCount == 1 ? 1 : example.SampleCount + 1;
        return Example.Of(
            Network.Of([.. layers]),
            [.. Enumerable.Range(0, samples).Select(_ => new double[network.InputCount + 1])],
            [.. Enumerable.Range(0, samples).Select(_ => new double[network.OutputCount + 1])],
            learningRate: example.LearningRate);
    }

    InvalidInputException Unknown(SheetEntry entry, UnknownQuantityException error)
    {
        var word = new string([.. entry.Name.TakeWhile(char.IsLetter)]);
        if (QuantityKindInfo.Find(word) is not null)
        {
            var expected = error.Problem.IndexOf("expected ", StringComparison.Ordinal);
            return entry.WrongName(Excerpt.Quoted(entry.Name), expected < 0 ? error.Problem : error.Problem[(expected + 9)..]);
        }
        var nearest = NearestName.Of(word, QuantityKindInfo.All.Select(info => info.Name).Concat(SheetSetting.All)) ?? NearestName.Of(entry.Name, SheetSetting.All.Concat(labels.Declared));
        var notated = notation == Notation.Canonical ? "" : $" or a name of the notation {notation.Name}";
        return entry.WrongName(
            $"no quantity called {Excerpt.Quoted(word.Length == 0 ? entry.Name : word)}",
            nearest is null ? "an ASCII name such as delta[2][0] or gradW[1][0,1]" + notated : $"{nearest}, the nearest known name");
    }
}
