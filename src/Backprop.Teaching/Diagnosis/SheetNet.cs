using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Backprop.Teaching;

/// <summary>The shape of a net in a word, as in <c>2-2-2 sigmoid</c> or <c>3-4-3 tanh softmax</c>: the sizes, then one activation for all layers, one for the hidden layers and one for the outputs, or one for each layer.</summary>
sealed partial record SheetNet(ImmutableArray<int> Sizes, ImmutableArray<ActivationFunction> Activations)
{
    const int MostUnits = 1000;
    const int MostLayers = 20;
    const string Expected = "sizes and activations, as in 2-2-2 sigmoid or 3-4-3 tanh softmax";

    public int LayerCount => Sizes.Length - 1;

    /// <summary>Reads such a word; what is wrong with it is found and expected.</summary>
    public static (SheetNet? Net, string? Found, string Expected) Parse(string text, ActivationFunction? ifNone = null)
    {
        (SheetNet?, string?, string) Wrong(string found, string expected) => (null, found, expected);
        var match = Form().Match(text);
        if (!match.Success) return Wrong(text.Trim().Length == 0 ? "nothing" : Excerpt.Quoted(text), Expected);
        var sizes = new List<int>();
        foreach (var size in Between().Split(match.Groups[1].Value))
        {
            if (!int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var units) || units < 1 || units > MostUnits) return Wrong($"a layer of {Excerpt.Of(size)}", $"1 to {MostUnits} units in each layer");
            sizes.Add(units);
        }
        var layers = sizes.Count - 1;
        if (layers > MostLayers) return Wrong($"{layers} layers", $"at most {MostLayers}");
        var functions = new List<ActivationFunction>();
        foreach (var word in Words().Matches(match.Groups[2].Value).Select(found => found.Value))
        {
            if (!ActivationFunction.TryParse(word.ToLowerInvariant(), out var function)) return Wrong($"the activation {Excerpt.Quoted(word)}", NearestName.Of(word, ActivationFunction.All.Select(each => each.Name)) ?? "one of " + string.Join(", ", ActivationFunction.All));
            functions.Add(function);
        }
        if (functions.Count == 0 && ifNone is not null) functions.Add(ifNone);
        if (functions.Count == 0) return Wrong("no activation", Expected);
        if (functions.Count > 2 && functions.Count != layers) return Wrong($"{functions.Count} activations for {layers} layers", "one for all layers, one for hidden layers and one for the outputs, or one for each layer");
        if (functions.Count == 2 && layers == 1) return Wrong("2 activations for 1 layer", "one");
        ImmutableArray<ActivationFunction> each = functions.Count == layers ? [.. functions] : [.. Enumerable.Repeat(functions[0], layers - 1), functions[^1]];
        if (each[..^1].Contains(ActivationFunction.Softmax)) return Wrong("softmax in a hidden layer", "softmax at the outputs only, as in 3-4-3 tanh softmax");
        return (new([.. sizes], each), null, "");
    }

    /// <summary>A net of this shape whose numbers are all 0, to know what quantities there are.</summary>
    public Example Skeleton(int samples) => Example.Of(
        Network.Of([.. Enumerable.Range(0, LayerCount).Select(l => Layer.Of(Activations[l], [.. Enumerable.Range(0, Sizes[l + 1]).Select(_ => new double[Sizes[l]])], new double[Sizes[l + 1]]))]),
        [.. Enumerable.Range(0, samples).Select(_ => new double[Sizes[0]])],
        [.. Enumerable.Range(0, samples).Select(_ => new double[Sizes[^1]])],
        learningRate: 1);

    /// <summary>The word again, shortest form.</summary>
    public override string ToString() => string.Join('-', Sizes) + " " + (Activations.Distinct().Count() == 1 ? Activations[0].Name
        : Activations[..^1].Distinct().Count() == 1 ? $"{Activations[0].Name} {Activations[^1].Name}" : string.Join(' ', Activations.Select(each => each.Name)));

    [GeneratedRegex(@"^\s*(\d+(?:\s*[-–−×x]\s*\d+)+)(?:[\s,]+([A-Za-z\s,]*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"\s*[-–−×x]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex("[A-Za-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
