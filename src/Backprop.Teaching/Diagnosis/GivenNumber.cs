namespace Backprop.Teaching;

/// <summary>A number that somebody gives for a quantity.</summary>
/// <param name="Id">A quantity of one number, complete with its sample where it belongs to one.</param>
/// <param name="Number">The number as it was written.</param>
readonly record struct GivenNumber(QuantityId Id, WrittenNumber Number)
{
    /// <summary>Whether it has digits enough to tell one mistake from another: below three, chance alone fits some.</summary>
    public bool IsTelling => Number.SignificantDigits is null or >= 3;

    /// <summary>Where an error in it may come from: numbers of the same unit have much in common and are no two witnesses.</summary>
    public (int Part, int Layer, int Row) Source => Id.Kind switch
    {
        QuantityKind.PreActivation or QuantityKind.Activation or QuantityKind.ActivationDerivative or QuantityKind.ActivationJacobian => (0, Id.Layer!.Value, Id.Row ?? 0),
        _ when Id.Layer is { } layer => (1, layer, Id.Row ?? 0),
        _ => (2 + (int)Id.Kind, 0, Id.Row ?? 0),
    };
}
