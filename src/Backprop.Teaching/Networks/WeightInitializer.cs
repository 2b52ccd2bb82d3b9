namespace Backprop.Teaching;

/// <summary>Where the first weights of a network come from: a rule and a seed.</summary>
public sealed class WeightInitializer
{
    readonly long seed;
    readonly Func<int, int, double> bound;
    readonly bool drawsBiases;

    WeightInitializer(string name, long seed, Func<int, int, double> bound, bool drawsBiases)
    {
        Name = name;
        this.seed = seed;
        this.bound = bound;
        this.drawsBiases = drawsBiases;
    }

    /// <summary>The rule and its seed, for example <c>Xavier, seed 7</c>.</summary>
    public string Name { get; }

    /// <summary>Weights and biases uniform in ±<paramref name="bound"/>.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="bound">The largest absolute value, above 0; 0.5 if nothing is said.</param>
    /// <returns>An initialiser.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is not above 0.</exception>
    public static WeightInitializer Uniform(long seed, double bound = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return new($"uniform, seed {seed}", seed, (_, _) => bound, drawsBiases: true);
    }

    /// <summary>Weights uniform in ±√(6/(inputs + units)), biases 0: keeps the spread of a and of δ alike for tanh and sigmoid.</summary>
    /// <param name="seed">The seed.</param>
    /// <returns>An initialiser.</returns>
    /// <remarks>Source: Glorot and Bengio (2010), the normalised initialisation.</remarks>
    public static WeightInitializer Xavier(long seed) => new($"Xavier, seed {seed}", seed, (units, inputs) => Math.Sqrt(6.0 / (inputs + units)), drawsBiases: false);

    /// <summary>Weights uniform in ±√(6/inputs), biases 0: variance 2/inputs, for ReLU.</summary>
    /// <param name="seed">The seed.</param>
    /// <returns>An initialiser.</returns>
    /// <remarks>Source: He, Zhang, Ren and Sun (2015); the uniform form of their variance.</remarks>
    public static WeightInitializer He(long seed) => new($"He, seed {seed}", seed, (_, inputs) => Math.Sqrt(6.0 / inputs), drawsBiases: false);

    internal SeededRandom Start() => new(seed);

    internal DenseLayer Layer(SeededRandom random, ActivationFunction activation, int units, int inputs)
    {
        var most = bound(units, inputs);
        var columns = new double[units * inputs];
        // row by row, as W stands on paper
        for (var j = 0; j < units; j++)
            for (var k = 0; k < inputs; k++)
                columns[(k * units) + j] = random.Between(-most, most);
        var biases = new double[units];
        if (drawsBiases)
            for (var j = 0; j < units; j++)
                biases[j] = random.Between(-most, most);
        return new(activation, columns, units, inputs, biases);
    }
}
