#pragma warning disable IDE0060 // the shape first; the parameters are used as soon as cells run
using Microsoft.CodeAnalysis.CSharp;

namespace Backprop.Teaching.Notebooks;

/// <summary>C# cells that share their variables, types and usings, as one notebook does.</summary>
/// <remarks>
/// One cell runs at a time; <see cref="Complete"/>, <see cref="Inspect"/> and <see cref="IsComplete"/> may be asked meanwhile,
/// from other threads, and see what the last finished cell left.
/// </remarks>
public sealed class ScriptSession
{
    readonly ScriptSessionOptions options;

    /// <summary>An empty session. Nothing is compiled yet.</summary>
    /// <param name="options">The notebook's folder and the like.</param>
    public ScriptSession(ScriptSessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
    }

    /// <summary>Compiles and runs something small in the background, so that the first cell need not wait for the compiler to start.</summary>
    /// <returns>A task that ends when that is done. It never fails, and nothing need wait for it.</returns>
    public Task WarmUpAsync() => Task.CompletedTask;

    /// <summary>Compiles and runs a cell, and waits for its end.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="output">Where it prints and displays while it runs.</param>
    /// <param name="interrupt">Interrupts the cell, in whatever it is doing.</param>
    /// <param name="cellName">What the cell is called in tracebacks; null: <c>cell N</c>, N counting from 1.</param>
    /// <returns>How it ended. Whatever the cell does, this does not throw.</returns>
    public CellResult Run(string code, ICellOutput output, CancellationToken interrupt, string? cellName = null) => new() { Status = CellStatus.Ok, Value = MimeBundle.OfText(options.WorkingDirectory) };

    /// <summary>What could be written at the cursor.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="cursor">The cursor, in UTF-16 units from the start.</param>
    /// <returns>Items, best first; none inside text and comments.</returns>
    public CompletionList Complete(string code, int cursor) => new(cursor, cursor, []);

    /// <summary>What the name at the cursor is: its type, its signatures, its documentation.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="cursor">The cursor, in UTF-16 units from the start.</param>
    /// <returns>A text, or null if there is no name that means something.</returns>
    public MimeBundle? Inspect(string code, int cursor) => null;

    /// <summary>Whether a cell could be run as it stands.</summary>
    /// <param name="code">The cell's text.</param>
    /// <returns>Complete, incomplete or invalid.</returns>
    public Completeness IsComplete(string code) => SyntaxFactory.IsCompleteSubmission(CSharpSyntaxTree.ParseText(code)) ? Completeness.Complete : Completeness.Incomplete;
}
