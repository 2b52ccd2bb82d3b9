namespace Backprop.Teaching;

/// <summary>Which symbol is asked of a notation: a quantity whose indices are numbers or variables, in a network of a known size.</summary>
readonly record struct SymbolRequest(QuantityKind Kind, IndexTerm? Layer, IndexTerm? Row, IndexTerm? Column, IndexTerm? Sample, NotationContext Context)
{
    public static SymbolRequest Of(QuantityId id, NotationContext context) => new(id.Kind, id.Layer, id.Row, id.Column, id.Sample, context);

    public static SymbolRequest Of(Expression.Reference reference, NotationContext context)
    {
        // a⁽⁰⁾ is x, also where the layer has just become 0
        var isInput = reference.Kind == QuantityKind.Activation && reference.Layer is { IsNumber: true, Offset: 0 };
        return new(isInput ? QuantityKind.Input : reference.Kind, isInput ? null : reference.Layer, reference.Row, reference.Column, reference.Sample, context);
    }
}
