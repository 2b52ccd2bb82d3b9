namespace Backprop.Teaching;

/// <summary>Asks for the derivation of a quantity.</summary>
public static class Explanations
{
    /// <summary>How this quantity comes about.</summary>
    /// <param name="quantity">A quantity of a trace.</param>
    /// <param name="depth">One step, or down to the inputs.</param>
    /// <param name="notation">How it is written; canonical if nothing is said.</param>
    /// <param name="digits">Significant digits of the results, 1 to 15.</param>
    /// <returns>A derivation.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is not in 1…15.</exception>
    public static Derivation Explain(this Quantity quantity, DerivationDepth depth = DerivationDepth.One, Notation? notation = null, int digits = 4)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        notation ??= Notation.Canonical;
        CheckedDigits(digits);
        var trace = quantity.Trace;
        if (depth == DerivationDepth.One) return new(trace, quantity.LearningRate, CaptionOf(quantity), [quantity.Id], notation, digits);
        var builder = new StepBuilder(trace, new(trace, quantity.LearningRate), notation, digits);
        var order = DerivationOrder.Below(quantity.Id, id => builder.FormulaOf(id)?.Uses() ?? [], trace.LayerCount);
        return new(trace, quantity.LearningRate, CaptionOf(quantity) + ", from what is given", order, notation, digits);
    }

    /// <summary>How a quantity comes about: <c>trace.Explain("delta[1][0]@0")</c>.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="name">The quantity's ASCII name, or its name in <paramref name="notation"/>; what is both is the ASCII name.</param>
    /// <param name="depth">One step, or down to the inputs.</param>
    /// <param name="notation">How it is written; canonical if nothing is said.</param>
    /// <param name="digits">Significant digits of the results, 1 to 15.</param>
    /// <returns>A derivation.</returns>
    /// <exception cref="UnknownQuantityException">There is no such quantity.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is not in 1…15.</exception>
    public static Derivation Explain(this BackpropTrace trace, string name, DerivationDepth depth = DerivationDepth.One, Notation? notation = null, int digits = 4)
    {
        ArgumentNullException.ThrowIfNull(trace);
        if (QuantityId.TryParse(name, out _) || notation is null) return trace[name].Explain(depth, notation, digits);
        return notation.TryParse(name, trace.Example, out var id)
            ? trace[id].Explain(depth, notation, digits)
            : throw new UnknownQuantityException(name, $"found no such quantity, expected an ASCII name such as delta[1][0] or a name of this example in the notation {notation.Name}.");
    }

    /// <summary>A sample's whole forward and backward pass in teaching order, vectors and matrices whole.</summary>
    /// <param name="sample">The sample of a trace.</param>
    /// <param name="notation">How it is written; canonical if nothing is said.</param>
    /// <param name="digits">Significant digits of the results, 1 to 15.</param>
    /// <returns>A derivation.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is not in 1…15.</exception>
    public static Derivation Explain(this SampleTrace sample, Notation? notation = null, int digits = 4)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var trace = sample.Trace;
        return new(trace, null, $"Forward and backward pass of sample {sample.Index} of {trace.Example.Name}", [.. QuantityOrder.OfSample(trace, sample.Index)], notation ?? Notation.Canonical, CheckedDigits(digits));
    }

    /// <summary>The trace as it is written in a notation.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="notation">The notation.</param>
    /// <returns>A view of the trace whose derivations are in that notation.</returns>
    public static NotatedTrace In(this BackpropTrace trace, Notation notation)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(notation);
        return new(trace, notation);
    }

    /// <summary>One number as another text writes it: its name there, and its formula; <c>trace["delta[1][0]@0"].In(Notation.Rows)</c>.</summary>
    /// <param name="quantity">A quantity of a trace.</param>
    /// <param name="notation">The notation.</param>
    /// <returns>A derivation of one step.</returns>
    public static Derivation In(this Quantity quantity, Notation notation)
    {
        ArgumentNullException.ThrowIfNull(notation);
        return quantity.Explain(notation: notation);
    }

    internal static int CheckedDigits(int digits) => digits is >= 1 and <= 15
        ? digits
        : throw new ArgumentOutOfRangeException(nameof(digits), digits, "Significant digits of a result: 1 to 15.");

    static string CaptionOf(Quantity quantity) => $"{quantity.Name}: {quantity.Id.Words}";
}
