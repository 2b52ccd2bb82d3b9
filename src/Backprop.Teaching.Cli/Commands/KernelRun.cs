using System.Net.Sockets;
using Backprop.Teaching.Notebooks;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop kernel run</c>: the process that a front end starts.</summary>
static class KernelRun
{
    /// <summary>What the first cells of a lesson do: a trace, a derivation, figures, an answer checked, matrices.</summary>
    public static readonly string[] WarmUpCells =
    [
        """
        #r "nuget: Backprop.Teaching"
        using Backprop.Teaching;
        using static Backprop.Teaching.Lesson;
        using MathNet.Numerics.LinearAlgebra;
        """,
        "var trace = Backpropagation.Run(Examples.TwoOutputs);\ntrace",
        "trace.Layer(2).WeightGradient[0, 0].Explain()",
        "trace.NetworkDiagram()",
        "var training = GradientDescent.Train(Examples.TwoOutputs, new() { Epochs = 500 });\ntraining.LossFigure()",
        """Check(trace.Layer(2).Delta[0], "0.1")""",
        """Show(trace.Nudge("W[2][0,0]"), trace.Layer(2).Delta[0])""",
        "Matrix<double> W2 = trace.Layer(2).Weights;\nCompare(W2.Transpose() * trace.Layer(2).Delta, trace.Layer(1).ActivationGradient)",
    ];

    /// <summary>Runs the kernel until the front end ends it.</summary>
    public static int Run(string connectionFile)
    {
        var connection = ConnectionFile.Load(connectionFile);
        using var mark = KernelInstallation.MarkUsed();
        JupyterKernel kernel;
        try
        {
            kernel = new(connection, new ScriptSessionOptions { WarmUpCells = WarmUpCells });
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
