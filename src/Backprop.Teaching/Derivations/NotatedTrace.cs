namespace Backprop.Teaching;

/// <summary>A trace whose quantities are named and derived in one notation.</summary>
public sealed class NotatedTrace : Displayable
{
    const int MostSamples = 4;

    internal NotatedTrace(BackpropTrace trace, Notation notation)
    {
        Trace = trace;
        Notation = notation;
    }

    /// <summary>The trace.</summary>
    public BackpropTrace Trace { get; }

    /// <summary>The notation.</summary>
    public Notation Notation { get; }

    /// <summary>The derivation of a quantity.</summary>
    /// <param name="name">Its name in this notation, or its ASCII name.</param>
    /// <param name="depth">One step, or down to the inputs.</param>
    /// <param name="digits">Significant digits of the results, 1 to 15.</param>
    /// <returns>A derivation.</returns>
    /// <exception cref="UnknownQuantityException">There is no such quantity.</exception>
    public Derivation Explain(string name, DerivationDepth depth = DerivationDepth.One, int digits = 4) => Trace.Explain(name, depth, Notation, digits);

    internal override DisplayNode View() => new StackNode(
    [
        new HeadingNode($"{Trace.Example.Name} in the notation {Notation.Name}"),
        new TextNode(Notation.Description),
        .. Enumerable.Range(0, Math.Min(Trace.SampleCount, MostSamples)).Select(i => Trace.Sample(i).Explain(Notation).View()),
        .. Trace.SampleCount > MostSamples ? (DisplayNode[])[new TextNode($"… {Trace.SampleCount - MostSamples} more samples: trace.Sample(i).Explain(notation) shows any of them.")] : [],
    ]);
}
