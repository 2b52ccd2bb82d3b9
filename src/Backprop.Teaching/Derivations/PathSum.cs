using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>A derivative as what it is by the chain rule: the sum over all paths to the loss of the products of their factors.</summary>
public sealed class PathSum : Displayable
{
    /// <summary>Up to so many paths all are listed; beyond, the largest by |product|.</summary>
    public const int MostListed = 10_000;

    internal PathSum(ScalarQuantity quantity, double count, ImmutableArray<LossPath> paths, ImmutableArray<PathStage> stages, double withSharing, double withoutSharing)
    {
        Quantity = quantity;
        Count = count;
        Paths = paths;
        Stages = stages;
        WithSharing = withSharing;
        WithoutSharing = withoutSharing;
    }

    /// <summary>The quantity that is summed.</summary>
    public ScalarQuantity Quantity { get; }

    /// <summary>How many paths there are: the product of the widths of the layers passed. Exponential in depth.</summary>
    public double Count { get; }

    /// <summary>All paths in the order of their units, or beyond <see cref="MostListed"/> the hundred largest by |product|.</summary>
    public ImmutableArray<LossPath> Paths { get; }

    /// <summary>Whether <see cref="Paths"/> holds all of them.</summary>
    public bool IsComplete => Paths.Length == Count;

    /// <summary>How common tails collapse into δ, layer by layer, until one product is left; empty where not all paths are listed.</summary>
    public ImmutableArray<PathStage> Stages { get; }

    /// <summary>The multiplications that backpropagation needs for this one number, each δ computed once.</summary>
    public double WithSharing { get; }

    /// <summary>The multiplications that the paths need one by one.</summary>
    public double WithoutSharing { get; }

    internal override DisplayNode View() => PathSumView.Of(this);
}
