using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching;

/// <summary>Finds the display of a value that may be ours, MathNet's or the student's.</summary>
public static class Displayables
{
    /// <summary>The display of a value, if this library has one for it.</summary>
    /// <param name="value">Any value.</param>
    /// <returns>The value itself if it is <see cref="IDisplayable"/>, a <see cref="MathNetView"/> for a MathNet vector or matrix or for a <c>double[]</c>, otherwise null.</returns>
    public static IDisplayable? For(object? value) => value switch
    {
        IDisplayable displayable => displayable,
        Matrix<double> matrix => MathNetView.Of(matrix),
        Vector<double> vector => MathNetView.Of(vector),
        double[] array => MathNetView.Of(array),
        _ => null,
    };

    internal static DisplayNode NodeFor(object? value) => value switch
    {
        IHasView ours => ours.View(),
        double number => new LineNode([number]),
        _ when For(value) is { } displayable => displayable is IHasView ours
            ? ours.View()
            : new WrittenNode(displayable.ToMimeBundle().Text, displayable.ToHtml()),
        null => new TextNode("null"),
        IFormattable formattable => new TextNode(formattable.ToString(null, CultureInfo.InvariantCulture)),
        _ => new TextNode(value.ToString() ?? ""),
    };
}
