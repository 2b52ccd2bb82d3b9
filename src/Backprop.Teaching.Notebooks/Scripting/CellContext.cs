using System.Runtime.CompilerServices;

namespace Backprop.Teaching.Notebooks;

/// <summary>The cell that a thread works for. It flows into tasks and threads that the cell starts.</summary>
/// <param name="Output">Where it prints.</param>
/// <param name="Interrupt">Asks it to stop.</param>
sealed record CellContext(ICellOutput Output, CancellationToken Interrupt)
{
    static readonly AsyncLocal<CellContext?> Flowing = new();

    public static CellContext? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    public void Print(OutputChannel channel, string text)
    {
        if (text.Length > 0) Shield(() => Output.WriteText(channel, text));
    }

    public void Display(MimeBundle bundle, string? displayId) => Shield(() => Output.Display(bundle, displayId));

    public void UpdateDisplay(MimeBundle bundle, string displayId) => Shield(() => Output.UpdateDisplay(bundle, displayId));

    void Shield(Action handOver)
    {
        Finally(handOver);
        // an abort that waited meanwhile may wait long for a loop that does nothing but print
        Interrupt.ThrowIfCancellationRequested();
    }

    // no abort is delivered inside a finally block, so no interrupt breaks the host's own queues; optimised code has
    // no such block, because the compiler moves it into the normal path
    [MethodImpl(MethodImplOptions.NoOptimization | MethodImplOptions.NoInlining)]
    static void Finally(Action handOver)
    {
        try { }
        finally { handOver(); }
    }
}
