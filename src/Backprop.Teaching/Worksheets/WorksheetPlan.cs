using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>What a worksheet is to be about: the shape of its net, how many samples, which loss; and the seed that its numbers come from. Immutable; the same plan gives the same worksheet everywhere.</summary>
public sealed record WorksheetPlan
{
    const int MostLayers = 4;
    const int MostUnits = 8;
    const int MostSamples = 6;
    const int MostProducts = 600;
    const string ByHand = ", as much as is worked by hand";

    /// <summary>How many units each layer has, the inputs first: 2 to 5 numbers from 1 to 8. 2-4-2 if nothing is said.</summary>
    /// <exception cref="InvalidInputException">There are fewer than 2 or more than 5, or one is not in 1…8.</exception>
    public ImmutableArray<int> Sizes
    {
        get;
        init
        {
            if (value.IsDefault || value.Length is < 2 or > MostLayers + 1)
                throw new InvalidInputException("net", "", value.IsDefaultOrEmpty ? "no layers" : string.Join('-', value), $"1 to {MostLayers} layers behind the inputs{ByHand}");
            foreach (var units in value)
                if (units is < 1 or > MostUnits) throw new InvalidInputException("net", "", $"a layer of {units}", $"1 to {MostUnits} units in each layer{ByHand}");
            field = value;
        }
    } = [2, 4, 2];

    /// <summary>The activation of each layer; one for all layers, or one for the hidden layers and one for the outputs. Sigmoid if nothing is said.</summary>
    /// <exception cref="InvalidInputException">There is none, or a hidden layer is softmax.</exception>
    public ImmutableArray<ActivationFunction> Activations
    {
        get;
        init
        {
            if (value.IsDefaultOrEmpty) throw new InvalidInputException("activations", "", "none", "one for all layers, one for the hidden layers and one for the outputs, or one for each layer");
            if (value[..^1].Contains(ActivationFunction.Softmax)) throw new InvalidInputException("activations", "", "softmax in a hidden layer", "softmax at the outputs only");
            field = value;
        }
    } = [ActivationFunction.Sigmoid];

    /// <summary>The loss; squared error if nothing is said.</summary>
    public LossFunction Loss { get; init; } = LossFunction.SquaredError;

    /// <summary>m, 1 to 6; 3 if nothing is said.</summary>
    /// <exception cref="InvalidInputException">The value is not in 1…6.</exception>
    public int Samples
    {
        get;
        init => field = value is >= 1 and <= MostSamples ? value : throw new InvalidInputException("samples", "", $"{value}", $"1 to {MostSamples}{ByHand}");
    } = 3;

    /// <summary>λ of the weight decay; 0 if nothing is said.</summary>
    /// <exception cref="InvalidInputException">The value is negative or not finite.</exception>
    public double WeightDecay
    {
        get;
        init => field = double.IsFinite(value) && value >= 0 ? value : throw new InvalidInputException("lambda", "", NumberFormat.RoundTrip(value), "a number ≥ 0");
    }

    /// <summary>η; 0.3 if nothing is said. With ½ or 1 some mistakes give the same numbers as others.</summary>
    /// <exception cref="InvalidInputException">The value is not a finite number above 0.</exception>
    public double LearningRate
    {
        get;
        init => field = double.IsFinite(value) && value > 0 ? value : throw new InvalidInputException("rate", "", NumberFormat.RoundTrip(value), "a number above 0");
    } = 0.3;

    /// <summary>What the numbers come from; 1 if nothing is said.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Whose worksheet it is, or null.</summary>
    public string? Student { get; init; }

    /// <summary>The shape in a word: <c>2-4-2</c>.</summary>
    public string Shape => string.Join('-', Sizes);

    /// <summary>A plan for a net, three samples and seed 1: <c>WorksheetPlan.Of("2-4-2 sigmoid softmax")</c>.</summary>
    /// <param name="net">The sizes, the inputs first, then one activation for all layers, one for the hidden layers and one for the outputs, or one for each layer; sigmoid if none is said.</param>
    /// <returns>A plan; <c>with</c> gives a changed one. With softmax outputs the loss is cross-entropy.</returns>
    /// <exception cref="InvalidInputException">It cannot be read, or is larger than what is worked by hand.</exception>
    public static WorksheetPlan Of(string net)
    {
        ArgumentNullException.ThrowIfNull(net);
        var (read, found, expected) = SheetNet.Parse(net, ActivationFunction.Sigmoid);
        if (read is null) throw new InvalidInputException("net", "", found!, expected);
        return new() { Sizes = read.Sizes, Activations = read.Activations, Loss = read.Activations[^1] == ActivationFunction.Softmax ? LossFunction.CrossEntropy : LossFunction.SquaredError };
    }

    internal int LayerCount => Sizes.Length - 1;

    internal string Name => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"worksheet-{Shape}-seed-{Seed}");

    // as the line net: of a sheet says it
    internal string NetWords
    {
        get
        {
            var names = Enumerable.Range(1, LayerCount).Select(l => Activation(l).Name).ToList();
            var words = names.Distinct().Count() == 1 ? names[0] : names[..^1].Distinct().Count() == 1 ? $"{names[0]} {names[^1]}" : string.Join(' ', names);
            return $"{Shape} {words}";
        }
    }

    /// <summary>The activation of a layer.</summary>
    internal ActivationFunction Activation(int layer) =>
        Activations.Length == LayerCount ? Activations[layer - 1] : layer == LayerCount ? Activations[^1] : Activations[0];

    // what can be said only once all of it is there
    internal void Check()
    {
        if (Activations.Length > 2 && Activations.Length != LayerCount || Activations.Length == 2 && LayerCount == 1)
            throw new InvalidInputException("activations", "", $"{Activations.Length} for {LayerCount} layers", "one for all layers, one for the hidden layers and one for the outputs, or one for each layer");
        if (LayerCount > 1 && Activations is [var only] && only == ActivationFunction.Softmax)
            throw new InvalidInputException("activations", "", "softmax for all layers", "softmax at the outputs only, as in sigmoid softmax");
        var products = Samples * Enumerable.Range(1, LayerCount).Sum(l => Sizes[l] * Sizes[l - 1]);
        if (products > MostProducts) throw new InvalidInputException("net", "", $"{Shape} with {InWords.Of(Samples, "sample")}, {products} products forward", $"at most {MostProducts}{ByHand}");
        var output = Activation(LayerCount);
        if (output == ActivationFunction.Softmax && Sizes[^1] == 1) throw new InvalidInputException("net", "", "softmax with one output", "2 outputs or more: one output of softmax is 1");
        if (Loss == LossFunction.CrossEntropy && output != ActivationFunction.Softmax)
            throw new InvalidInputException("loss", "", $"cross_entropy with {output.Name} outputs", "softmax outputs, or binary_cross_entropy with sigmoid outputs");
        if (Loss == LossFunction.BinaryCrossEntropy && output != ActivationFunction.Sigmoid)
            throw new InvalidInputException("loss", "", $"binary_cross_entropy with {output.Name} outputs", "sigmoid outputs");
    }
}
