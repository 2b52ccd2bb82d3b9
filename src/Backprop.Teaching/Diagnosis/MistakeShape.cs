using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>What a mistake must know of an example to be made in it: everything but the numbers.</summary>
sealed record MistakeShape(Network Network, Objective Objective, int Samples, bool HasRate)
{
    public int L => Network.LayerCount;

    /// <summary>Whether δ of the outputs is a − y, without f′.</summary>
    public bool HasShortcut => Objective.Loss.HasShortcut;

    public ActivationFunction Output => F(L);

    public IEnumerable<int> Hidden => Enumerable.Range(1, L - 1);

    public IEnumerable<int> All => Enumerable.Range(1, L);

    /// <summary>The layers with a bias.</summary>
    public IEnumerable<int> Biased => All.Where(l => Network.Layer(l).HasBias);

    public static MistakeShape Of(Example example) => new(example.Network, example.Objective, example.SampleCount, example.LearningRate is not null);

    public ActivationFunction F(int l) => Network.Layer(l).Activation;

    /// <summary>The number of units of a layer; layer 0 is the input.</summary>
    public int Units(int l) => l == 0 ? Network.InputCount : Network.Layer(l).Units;

    /// <summary>A mistake made in one of these layers, or in all of them.</summary>
    public static IEnumerable<ImmutableArray<int>> OneOrAll(IEnumerable<int> layers)
    {
        ImmutableArray<int> all = [.. layers];
        foreach (var l in all) yield return [l];
        if (all.Length > 1) yield return all;
    }

    /// <summary>A mistake made in one of these layers, in all hidden ones, or everywhere: at the output and in hidden layers people go different ways.</summary>
    public IEnumerable<ImmutableArray<int>> OneHiddenOrAll(IEnumerable<int> layers)
    {
        ImmutableArray<int> all = [.. layers];
        foreach (var l in all) yield return [l];
        ImmutableArray<int> hidden = [.. all.Where(l => l < L)];
        if (hidden.Length > 1) yield return hidden;
        if (all.Length > hidden.Length && hidden.Length > 0) yield return all;
    }
}
