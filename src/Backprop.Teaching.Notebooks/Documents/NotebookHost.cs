namespace Backprop.Teaching.Notebooks;

/// <summary>In which program a notebook is opened.</summary>
public enum NotebookHost
{
    /// <summary>The kernel of this program, in Jupyter or VS Code.</summary>
    Backprop,

    /// <summary>.NET Interactive: the extension Polyglot Notebooks, or its kernel in Jupyter.</summary>
    Polyglot,

    /// <summary>Verso.</summary>
    Verso,
}
