using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>A dense network: layers 1…L, each feeding the next. Immutable; <c>with</c> gives a changed one.</summary>
[TypeFormatterSource(typeof(DisplayableFormatterSource))]
public sealed record Network : IHasView
{
    /// <summary>A network of these layers.</summary>
    /// <param name="layers">Layer 1 first; at least one.</param>
    /// <exception cref="InvalidInputException">There is no layer, a layer's W does not fit the layer before, or softmax is not the last.</exception>
    public Network(ImmutableArray<DenseLayer> layers) => Layers = layers;

    /// <summary>The layers in order. <c>Layers[0]</c> is layer 1; <see cref="Layer"/> counts as print does.</summary>
    /// <exception cref="InvalidInputException">There is no layer, a layer's W does not fit the layer before, or softmax is not the last.</exception>
    public ImmutableArray<DenseLayer> Layers
    {
        get;
        init => field = Checked(value);
    }

    /// <summary>Whether a step changes the biases. True if nothing is said; false keeps them as they are (frozen).</summary>
    public bool TrainBias { get; init; } = true;

    /// <summary>L, the number of layers; the input is layer 0 and not counted.</summary>
    public int LayerCount => Layers.Length;

    /// <summary>n₀, the number of inputs.</summary>
    public int InputCount => Layers[0].Inputs;

    /// <summary>n_L, the number of outputs.</summary>
    public int OutputCount => Layers[^1].Units;

    /// <summary>The sizes n₀-n₁-…-n_L, for example <c>3-4-2</c>.</summary>
    public string Shape => string.Join('-', Layers.Select(layer => layer.Units).Prepend(InputCount));

    /// <summary>A network of these layers: <c>Network.Of(Layer.Sigmoid(w, b), Layer.Softmax(w, b))</c>.</summary>
    /// <param name="layers">Layer 1 first; at least one.</param>
    /// <returns>A network.</returns>
    /// <exception cref="InvalidInputException">There is no layer, a layer's W does not fit the layer before, or softmax is not the last.</exception>
    public static Network Of(params ImmutableArray<DenseLayer> layers) => new(layers);

    /// <summary>A network of given sizes with seeded weights.</summary>
    /// <param name="initializer">Where the numbers come from.</param>
    /// <param name="inputs">n₀, at least 1.</param>
    /// <param name="layers">For each layer its number of units, at least 1, and its activation.</param>
    /// <returns>A network; the same seed gives the same bits on every machine.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    /// <exception cref="InvalidInputException">There is no layer, or softmax is not the last.</exception>
    public static Network Create(WeightInitializer initializer, int inputs, params ReadOnlySpan<(int Units, ActivationFunction Activation)> layers)
    {
        ArgumentNullException.ThrowIfNull(initializer);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        var random = initializer.Start();
        var made = ImmutableArray.CreateBuilder<DenseLayer>(layers.Length);
        foreach (var (units, activation) in layers)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(units, 1, nameof(layers));
            made.Add(initializer.Layer(random, activation, units, inputs));
            inputs = units;
        }
        return new(made.MoveToImmutable());
    }

    /// <summary>Layer l, counted from 1 as in print.</summary>
    /// <param name="l">1 to L.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    public DenseLayer Layer(int l) => l >= 1 && l <= LayerCount
        ? Layers[l - 1]
        : throw new ArgumentOutOfRangeException(nameof(l), l, $"Layers are counted from 1: expected 1 to {LayerCount}.");

    /// <summary>This network with one layer replaced.</summary>
    /// <param name="l">1 to L.</param>
    /// <param name="layer">The new layer; its shape must fit.</param>
    /// <returns>A new network; this one is unchanged.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    /// <exception cref="InvalidInputException">The new layer's shape does not fit its neighbours.</exception>
    public Network WithLayer(int l, DenseLayer layer)
    {
        _ = Layer(l);
        return this with { Layers = Layers.SetItem(l - 1, layer) };
    }

    /// <summary>The forward pass alone: a⁽ᴸ⁾ for one input.</summary>
    /// <param name="x">n₀ numbers.</param>
    /// <returns>n_L numbers.</returns>
    /// <exception cref="ArgumentException"><paramref name="x"/> has another length than n₀.</exception>
    public double[] Forward(ReadOnlySpan<double> x)
    {
        if (x.Length != InputCount)
            throw new ArgumentException($"x: found {x.Length} numbers, expected {InputCount}, one for each input", nameof(x));
        var a = x.ToArray();
        foreach (var layer in Layers)
        {
            var z = new double[layer.Units];
            layer.PreActivation(a, z);
            a = new double[layer.Units];
            layer.Activation.Apply(z, a);
        }
        return a;
    }

    /// <summary>Whether both networks have the same layers and train the same parameters.</summary>
    /// <param name="other">Another network.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Network? other) => other is not null && TrainBias == other.TrainBias && Layers.AsSpan().SequenceEqual(other.Layers.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Layers.Length, Layers[0], TrainBias);

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => DisplayForms.Bundle(this);

    /// <inheritdoc/>
    public string ToHtml() => DisplayForms.Html(this);

    /// <summary>The layers with their numbers, as text.</summary>
    /// <returns>Plain text.</returns>
    public override string ToString() => DisplayForms.Text(this);

    DisplayNode IHasView.View() => NetworkView.Of(this);

    static ImmutableArray<DenseLayer> Checked(ImmutableArray<DenseLayer> layers)
    {
        if (layers.IsDefaultOrEmpty) throw new InvalidInputException("layers", "", "no layers", "at least one");
        for (var i = 0; i < layers.Length; i++)
        {
            if (i > 0 && layers[i].Inputs != layers[i - 1].Units)
                throw new InvalidInputException(
                    $"layers[{i}].W", $"layer {i + 1}, W",
                    $"{layers[i].Units}×{layers[i].Inputs}", $"{layers[i].Units}×{layers[i - 1].Units}: layer {i} has {layers[i - 1].Units} units");
            if (!layers[i].Activation.IsElementwise && i < layers.Length - 1)
                throw new InvalidInputException(
                    $"layers[{i}].activation", $"layer {i + 1}", "softmax in a hidden layer",
                    "sigmoid, tanh, relu or identity: softmax is for the output layer only");
        }
        return layers;
    }
}
