namespace Backprop.Teaching;

/// <summary>Which part of a pass: all entries and samples of one kind at one layer.</summary>
/// <param name="Kind">The kind of quantity.</param>
/// <param name="Layer">The layer, or 0 where the kind has none.</param>
/// <param name="Stage">When in the pass.</param>
readonly record struct PassBlockKey(QuantityKind Kind, int Layer, PassStage Stage = PassStage.Pass);
