namespace Backprop.Teaching.Notebooks;

/// <summary>One output of a cell, in one of three shapes: printed text, something shown, an error.</summary>
public sealed record CellOutput
{
    CellOutput() { }

    /// <summary><c>stdout</c> or <c>stderr</c> if it is printed text, otherwise null.</summary>
    public string? Stream { get; private init; }

    /// <summary>The printed text; empty if it is something else.</summary>
    public string Text { get; private init; } = "";

    /// <summary>What was shown, or null.</summary>
    public MimeBundle? Bundle { get; private init; }

    /// <summary>Whether <see cref="Bundle"/> is the value of the cell's trailing expression.</summary>
    public bool IsResult { get; private init; }

    /// <summary>Why the cell failed, or null.</summary>
    public CellError? Error { get; private init; }

    /// <summary>Printed text.</summary>
    /// <param name="stream"><c>stdout</c> or <c>stderr</c>.</param>
    /// <param name="text">The text.</param>
    /// <returns>An output.</returns>
    public static CellOutput Printed(string stream, string text) => new() { Stream = stream, Text = text };

    /// <summary>Something shown.</summary>
    /// <param name="bundle">Its forms.</param>
    /// <param name="isResult">Whether it is the value of the trailing expression.</param>
    /// <returns>An output.</returns>
    public static CellOutput Shown(MimeBundle bundle, bool isResult) => new() { Bundle = bundle, IsResult = isResult };

    /// <summary>An error.</summary>
    /// <param name="error">What went wrong.</param>
    /// <returns>An output.</returns>
    public static CellOutput Failed(CellError error) => new() { Error = error };
}
