namespace Backprop.Teaching;

/// <summary>
/// The memory for one forward and backward pass of a network shape and a number of samples, used again for every run: a run
/// allocates nothing. The numbers are those of <see cref="Backpropagation"/>, to the bit. Not for several threads at once.
/// </summary>
public sealed class BackpropagationPlan
{
    readonly PlanMemory memory;

    /// <summary>A plan for examples like this one.</summary>
    /// <param name="example">An example of the shape, activations and number of samples that are to be run.</param>
    public BackpropagationPlan(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        memory = new(example, Engine.For(example.Network));
    }

    internal BackpropagationPlan(Example example, Engine engine) => memory = new(example, engine);

    /// <summary>One forward and backward pass over all samples of an example.</summary>
    /// <param name="example">The example: the plan's shape, activations and number of samples.</param>
    /// <returns>A view of the plan's memory, valid until the next run; <see cref="PassView.ToTrace"/> copies.</returns>
    /// <exception cref="ArgumentException">The example does not fit the plan.</exception>
    /// <exception cref="NumericOverflowException">A number of the pass leaves the range of float64; the message names the quantity and its layer.</exception>
    public PassView Run(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        memory.Run(example);
        return new(memory);
    }
}
