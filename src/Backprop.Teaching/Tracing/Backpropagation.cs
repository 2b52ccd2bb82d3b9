namespace Backprop.Teaching;

/// <summary>Runs one forward and backward pass and keeps everything.</summary>
public static class Backpropagation
{
    /// <summary>One forward and backward pass over all samples of an example.</summary>
    /// <param name="example">The network, its samples and the objective.</param>
    /// <returns>An immutable trace, complete when it is handed out.</returns>
    /// <exception cref="NumericOverflowException">A number of the pass leaves the range of float64; the message names the quantity and its layer.</exception>
    public static BackpropTrace Run(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        var engine = Engine.For(example.Network);
        return engine.InLanes && Engine.IsCold ? new(example, Pass.RunNamed(example)) : Run(example, engine);
    }

    /// <summary>One forward and backward pass for one sample.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">n₀ numbers.</param>
    /// <param name="y">n_L numbers.</param>
    /// <param name="objective">What is minimised; ½‖a − y‖² if nothing is said.</param>
    /// <returns>An immutable trace.</returns>
    /// <exception cref="InvalidInputException">A length does not fit the network, a number is not finite, or the objective does not suit.</exception>
    /// <exception cref="NumericOverflowException">A number of the pass leaves the range of float64.</exception>
    public static BackpropTrace Run(Network network, double[] x, double[] y, Objective? objective = null) => Run(Example.Of(network, x, y, objective));

    /// <summary>By an engine of one's choice: the tests take each of them.</summary>
    internal static BackpropTrace Run(Example example, Engine engine) => new(example, Pass.Run(example, engine));
}
