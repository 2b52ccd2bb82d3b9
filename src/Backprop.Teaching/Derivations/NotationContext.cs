namespace Backprop.Teaching;

/// <summary>What a notation must know to write a symbol: how many layers and samples there are, and the activations.</summary>
sealed record NotationContext(Network Network, Objective Objective, int SampleCount)
{
    public int LayerCount => Network.LayerCount;

    /// <summary>Whether a symbol of one sample must say which.</summary>
    public bool ShowsSample => SampleCount > 1;

    public static NotationContext Of(BackpropTrace trace) => new(trace.Network, trace.Example.Objective, trace.SampleCount);

    public static NotationContext Of(Example example) => new(example.Network, example.Objective, example.SampleCount);
}
