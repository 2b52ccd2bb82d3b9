using System.Net.Sockets;
using Backprop.Teaching.Notebooks;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop kernel run</c>: the process that a front end starts.</summary>
static class KernelRun
{
    /// <summary>Runs the kernel until the front end ends it.</summary>
    public static int Run(string connectionFile)
    {
        var connection = ConnectionFile.Load(connectionFile);
        using var mark = KernelInstallation.MarkUsed();
        JupyterKernel kernel;
        try
        {
            kernel = new(connection, new ScriptSessionOptions());
        }
        catch (SocketException error)
        {
            Console.Error.WriteLine($"{connectionFile}: a port of it cannot be used: {error.Message}");
            return Exit.BadInput;
        }

        ParentWatch.Start(kernel.End);
        kernel.Run();
        // threads that a cell left behind must not keep the process alive
        Environment.Exit(Exit.Fine);
        return Exit.Fine;
    }
}
