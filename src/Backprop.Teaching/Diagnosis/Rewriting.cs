using System.Collections.Immutable;
using static Backprop.Teaching.Formula;

namespace Backprop.Teaching;

/// <summary>Changes of formulas of which the mistakes are made, and words for where.</summary>
static class Rewriting
{
    /// <summary>The formula with each quantity in it replaced.</summary>
    public static Expression Each(Expression formula, Func<Expression.Reference, Expression> change) =>
        formula is Expression.Reference reference ? change(reference) : formula.Map(part => Each(part, change));

    /// <summary>The formula with each quantity of one kind replaced.</summary>
    public static Expression Each(Expression formula, QuantityKind kind, Func<Expression.Reference, Expression> change) =>
        Each(formula, reference => reference.Kind == kind ? change(reference) : reference);

    /// <summary>The formula of another entry: j and k are other numbers.</summary>
    public static Expression At(Expression formula, int row, int column = 0) => Each(formula, reference => reference with
    {
        Row = reference.Row?.Bind("j", row).Bind("k", column),
        Column = reference.Column?.Bind("j", row).Bind("k", column),
    });

    /// <summary>The formula of another layer and unit.</summary>
    public static Expression AtLayer(Expression formula, int layer, int row) => Each(At(formula, row), reference => reference with { Layer = reference.Layer?.Bind("l", layer) });

    /// <summary>The formula of one unit with its sums, which run over k, written out and all indices as numbers.</summary>
    public static Expression Bound(Expression formula, PassEntry entry, MistakeShape shape) => new ExpressionBinder(shape.Network, shape.Samples)
        .Bind(formula, ("l", entry.Layer), ("j", entry.Row), ("i", entry.Sample));

    // ∂J_i/∂a of a layer; of layer 0 it is ∂J_i/∂x
    public static Patch Propagation(int l, Func<Expression, Expression> change) =>
        l == 0 ? Patch.Of(QuantityKind.InputGradient, 0, change) : Patch.Of(QuantityKind.ActivationGradient, l, change);

    public static Patch PropagationByEntry(int l, Func<Expression, PassEntry, Expression> change) =>
        l == 0 ? Patch.ByEntry(QuantityKind.InputGradient, 0, change) : Patch.ByEntry(QuantityKind.ActivationGradient, l, change);

    /// <summary>The layers from which, with layer 1, the error goes back to the inputs.</summary>
    public static IEnumerable<int> WithInputs(ImmutableArray<int> layers) => layers.Contains(1) ? layers.Prepend(0) : layers;

    /// <summary>Where the error of the outputs, a − y, stands in the definitions.</summary>
    public static Patch Error(MistakeShape shape, Func<Expression, Expression> change) =>
        Patch.Of(shape.HasShortcut ? QuantityKind.Delta : QuantityKind.ActivationGradient, shape.L, change);

    public static Expression PerOutput(Expression formula, MistakeShape shape) =>
        shape.Objective.OverOutputs == Reduction.Mean ? Quotient(formula, Parameter(FormulaParameter.OutputCount)) : formula;

    /// <summary>"in layer 1", "in layers 1 and 2".</summary>
    public static string In(ImmutableArray<int> layers) => layers.Length == 1 ? $"in layer {layers[0]}" : $"in layers {List(layers)}";

    /// <summary>"⁽²⁾".</summary>
    public static string Up(int l) => "⁽" + QuantitySymbol.Raised(l) + "⁾";

    /// <summary>"W⁽²⁾", "W⁽²⁾ and W⁽³⁾".</summary>
    public static string Each(string symbol, IEnumerable<int> layers) => Joined([.. layers.Select(l => symbol + Up(l))]);

    static string List(ImmutableArray<int> layers) => Joined([.. layers.Select(l => $"{l}")]);

    static string Joined(string[] parts) => parts.Length == 1 ? parts[0] : string.Join(", ", parts[..^1]) + " and " + parts[^1];
}
