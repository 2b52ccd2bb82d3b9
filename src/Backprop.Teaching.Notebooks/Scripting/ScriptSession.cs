using System.Diagnostics;
using System.Globalization;

namespace Backprop.Teaching.Notebooks;

/// <summary>C# cells that share their variables, types and usings, as one notebook does.</summary>
/// <remarks>
/// One cell runs at a time; <see cref="Complete"/>, <see cref="Inspect"/> and <see cref="IsComplete"/> may be asked meanwhile,
/// from other threads, and see what the last started cell declares.
/// </remarks>
public sealed class ScriptSession
{
    readonly ScriptSessionOptions options;
    readonly SessionLoadContext loadContext = new();
    readonly CellCompiler compiler;
    readonly Lock running = new();
    object?[] states = new object?[64];
    int cells;

    /// <summary>An empty session. Nothing is compiled yet.</summary>
    /// <param name="options">The notebook's folder and the like.</param>
    public ScriptSession(ScriptSessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options with { WorkingDirectory = Path.GetFullPath(options.WorkingDirectory) };
        compiler = new(this.options, loadContext);
        CellConsole.Install();
    }

    /// <summary>Compiles and runs a cell, and waits for its end.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="output">Where it prints and displays while it runs.</param>
    /// <param name="interrupt">Interrupts the cell, in whatever it is doing.</param>
    /// <param name="cellName">What the cell is called in tracebacks; null: <c>cell N</c>, N counting from 1.</param>
    /// <returns>How it ended. Whatever the cell does, this does not throw.</returns>
    /// <exception cref="InvalidOperationException">A cell of this session is running.</exception>
    public CellResult Run(string code, ICellOutput output, CancellationToken interrupt, string? cellName = null)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(output);
        if (!running.TryEnter()) throw new InvalidOperationException("A cell of this session is running; expected one at a time.");
        try
        {
            cells++;
            return RunAlone(code, output, cellName ?? "cell " + cells.ToString(CultureInfo.InvariantCulture), interrupt);
        }
        finally
        {
            running.Exit();
        }
    }

    /// <summary>What could be written at the cursor.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="cursor">The cursor, in UTF-16 units from the start.</param>
    /// <returns>Items, best first; none inside text and comments.</returns>
    public CompletionList Complete(string code, int cursor) => CellCompleter.Complete(compiler, code, Math.Clamp(cursor, 0, code.Length));

    /// <summary>What the name at the cursor is: its type, its signatures, its documentation.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="cursor">The cursor, in UTF-16 units from the start.</param>
    /// <returns>A text, or null if there is no name that means something.</returns>
    public MimeBundle? Inspect(string code, int cursor) => CellInspector.Inspect(compiler, code, Math.Clamp(cursor, 0, code.Length));

    /// <summary>Whether a cell could be run as it stands.</summary>
    /// <param name="code">The cell's text.</param>
    /// <returns>Complete, incomplete or invalid.</returns>
    public Completeness IsComplete(string code) => CellCompleteness.Of(code);

    CellResult RunAlone(string code, ICellOutput output, string name, CancellationToken interrupt)
    {
        var (plain, timed, problem) = Magics.Take(code);
        if (problem is not null) return Failed([problem], code);
        var context = new CellContext(output, interrupt);
        CompiledCell? cell = null;
        MimeBundle? value = null;
        var clock = Stopwatch.StartNew();
        var (ended, failure) = new CellThread(context, options.InterruptPatience, interrupt).Run(() =>
        {
            cell = compiler.Compile(plain, name, interrupt);
            return pump =>
            {
                if (!cell.Failed) value = Execute(cell, pump);
            };
        });
        if (timed && ended && cell is { Failed: false }) output.Display(MimeBundle.OfText(string.Create(CultureInfo.InvariantCulture, $"Wall time: {clock.Elapsed.TotalMilliseconds:0.00} ms")), null);
        if (!ended || (failure is not null && interrupt.IsCancellationRequested)) return Interrupted(ended, cell);
        if (cell is { Failed: true }) return Failed(cell.Diagnostics, code);
        IReadOnlyList<CellDiagnostic> diagnostics = cell?.Diagnostics ?? [];
        return failure is null
            ? new() { Status = CellStatus.Ok, Value = value, Diagnostics = diagnostics }
            : new() { Status = CellStatus.Error, Error = ExceptionReport.Of(failure, loadContext.IsCell), Diagnostics = diagnostics };
    }

    /// <summary>Compiles and runs a cell that nobody waits for, on the calling thread.</summary>
    /// <param name="code">The cell's text; it ends by itself.</param>
    /// <param name="hurry">Ends the compilation. What runs already is not stopped.</param>
    /// <returns>The value of its last line.</returns>
    /// <exception cref="OperationCanceledException">The compilation was ended.</exception>
    internal MimeBundle? RunUnhurried(string code, CancellationToken hurry)
    {
        CellContext.Current = new(SilentOutput.Instance, CancellationToken.None);
        var cell = compiler.Compile(code, "warm-up", hurry);
        return cell.Failed ? null : Execute(cell, new(CancellationToken.None));
    }

    MimeBundle? Execute(CompiledCell cell, CellPump pump)
    {
        // from here on the cell's names exist, even if it stops half way
        compiler.Accept(cell);
        if (states.Length <= compiler.Slots) Array.Resize(ref states, 2 * states.Length);
        var task = cell.Start(states);
        pump.RunUntil(task);
        var result = task.GetAwaiter().GetResult();
        return cell.HasValue || result is not null ? ValueFormatter.Format(result) : null;
    }

    static CellResult Failed(IReadOnlyList<CellDiagnostic> diagnostics, string code) =>
        new() { Status = CellStatus.Error, Diagnostics = diagnostics, Error = CompilationReport.Of(diagnostics, code) };

    static CellResult Interrupted(bool ended, CompiledCell? cell)
    {
        var leftover = BurningThreads.Describe(ended);
        var message = leftover is null ? "The cell was interrupted." : "The cell was interrupted. " + leftover;
        return new()
        {
            Status = CellStatus.Interrupted,
            Error = new("Interrupted", message, ["Interrupted: " + message]),
            Diagnostics = cell?.Diagnostics ?? [],
            LeftoverWork = leftover,
        };
    }
}
