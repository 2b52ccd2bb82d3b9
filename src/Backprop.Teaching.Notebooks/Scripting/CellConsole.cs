using System.Runtime.ExceptionServices;

namespace Backprop.Teaching.Notebooks;

/// <summary>Sends <c>Console</c> of each cell to that cell's output; threads that work for no cell keep the process's own.</summary>
static class CellConsole
{
    static readonly Lock Installing = new();
    static bool installed;

    public static void Install()
    {
        lock (Installing)
        {
            if (installed) return;
            installed = true;
            Console.SetOut(new CellWriter(OutputChannel.Out, Console.Out));
            Console.SetError(new CellWriter(OutputChannel.Error, Console.Error));
            Console.SetIn(new CellReader(Console.In));
            ExceptionHandling.SetUnhandledExceptionHandler(Report);
        }
    }

    // a thread that a cell started would end the process, and with it every variable of the notebook
    static bool Report(Exception exception)
    {
        // an interrupt that met the machinery of an await comes out on a thread of the pool
        if (exception is ThreadAbortException or ThreadInterruptedException) return true;
        if (CellContext.Current is not { } cell) return false;
        cell.Print(OutputChannel.Error, $"A thread that the cell started ended with {exception.GetType().Name}: {exception.Message}\n");
        return true;
    }
}
