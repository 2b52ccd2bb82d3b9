namespace Backprop.Teaching;

/// <summary>One number of an answer sheet; a vector or matrix of the sheet is one answer for each entry.</summary>
/// <param name="Quantity">What it answers: one number, counted from 0, with its sample. Where the text is no vector or matrix of the right shape, the whole one.</param>
/// <param name="Text">The number as it stands on the sheet; empty where it was left blank.</param>
/// <param name="Number">The number read, with its digits; null where it is blank or none.</param>
/// <param name="Line">The line of the sheet, from 1.</param>
/// <param name="Label">The name as the sheet writes it, for example <c>w5</c> or <c>delta[2][1]</c>; of an entry of a vector or matrix, the entry's ASCII name.</param>
public sealed record SheetAnswer(QuantityId Quantity, string Text, WrittenNumber? Number, int Line, string Label)
{
    /// <summary>Whether it was left blank: nothing, <c>?</c>, <c>_</c> or dots.</summary>
    public bool IsBlank => Text.Length == 0;

    /// <summary>What is wrong with a text that is no number, or with the shape of a vector or matrix: found and expected; otherwise null.</summary>
    public string? Problem { get; init; }
}
