using Backprop.Teaching.Cli;

namespace Backprop.Teaching.Notebooks.Tests;

public sealed class WarmUpTests : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    readonly string folder = Directory.CreateTempSubdirectory("backprop-warm-").FullName;

    string Trace => Path.Combine(folder, "trace.txt");

    ScriptSessionOptions Options => new()
    {
        WarmUpCells = ["var declared = 1;", $"System.IO.File.AppendAllText(@\"{Trace}\", $\"{{declared}}\"); Console.WriteLine(\"seen\"); declared"],
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Its_cells_run_one_after_the_other_and_once()
    {
        new WarmUp(Options).Start();
        Assert.True(SpinWait.SpinUntil(() => File.Exists(Trace), Patience));
        Thread.Sleep(200);
        Assert.Equal("1", File.ReadAllText(Trace));
    }

    [Fact]
    public void Nothing_is_begun_while_a_cell_of_the_person_runs()
    {
        var warmUp = new WarmUp(Options);
        warmUp.GiveWay();
        warmUp.Start();
        Thread.Sleep(500);
        Assert.False(File.Exists(Trace));
        warmUp.GoOn();
        Assert.True(SpinWait.SpinUntil(() => File.Exists(Trace), Patience));
    }

    [Fact]
    public void A_cell_that_fails_ends_it_and_harms_nobody()
    {
        new WarmUp(Options with { WarmUpCells = ["throw new InvalidOperationException(\"in a warm-up\");", .. Options.WarmUpCells] }).Start();
        Thread.Sleep(500);
        Assert.Equal("2", new Notes().Value("1 + 1"));
    }

    [Fact]
    public void What_the_command_warms_up_with_runs_without_a_complaint()
    {
        var notes = new Notes();
        foreach (var cell in KernelRun.WarmUpCells) notes.Value(cell);
    }
}
