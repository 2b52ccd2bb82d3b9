using System.Runtime.CompilerServices;

namespace Backprop.Teaching;

/// <summary>What a lesson's cells call by its bare name, after <c>using static Backprop.Teaching.Lesson;</c>.</summary>
public static partial class Lesson
{
    /// <summary>Up to six values below one another, each labelled by its own expression.</summary>
    /// <param name="a">A value: a number, a quantity, a MathNet vector or matrix, a trace, anything.</param>
    /// <param name="b">A second value.</param>
    /// <param name="c">A third value.</param>
    /// <param name="d">A fourth value.</param>
    /// <param name="e">A fifth value.</param>
    /// <param name="f">A sixth value.</param>
    /// <param name="labelA">Filled in by the compiler: the text of the first argument.</param>
    /// <param name="labelB">Filled in by the compiler: the text of the second argument.</param>
    /// <param name="labelC">Filled in by the compiler: the text of the third argument.</param>
    /// <param name="labelD">Filled in by the compiler: the text of the fourth argument.</param>
    /// <param name="labelE">Filled in by the compiler: the text of the fifth argument.</param>
    /// <param name="labelF">Filled in by the compiler: the text of the sixth argument.</param>
    /// <returns>One displayable; as a cell's last line it shows all of them.</returns>
    public static Shown Show(
        object? a, object? b = null, object? c = null, object? d = null, object? e = null, object? f = null,
        [CallerArgumentExpression(nameof(a))] string? labelA = null,
        [CallerArgumentExpression(nameof(b))] string? labelB = null,
        [CallerArgumentExpression(nameof(c))] string? labelC = null,
        [CallerArgumentExpression(nameof(d))] string? labelD = null,
        [CallerArgumentExpression(nameof(e))] string? labelE = null,
        [CallerArgumentExpression(nameof(f))] string? labelF = null)
    {
        // an argument that was not written has no label
        (string? Label, object? Value)[] all = [(labelA, a), (labelB, b), (labelC, c), (labelD, d), (labelE, e), (labelF, f)];
        return new([.. all.Where(pair => pair.Label is not null).Select(pair => (pair.Label!, pair.Value))]);
    }
}
