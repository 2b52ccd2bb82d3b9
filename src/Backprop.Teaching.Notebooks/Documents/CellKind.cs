namespace Backprop.Teaching.Notebooks;

/// <summary>What a cell of a notebook holds.</summary>
public enum CellKind
{
    /// <summary>C#, to be run.</summary>
    Code,

    /// <summary>Text with Markdown.</summary>
    Markdown,

    /// <summary>Text that is passed through.</summary>
    Raw,
}
