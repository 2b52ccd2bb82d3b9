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

    [Theory]
    [InlineData("throw new InvalidOperationException(\"in a warm-up\");", false)]
    [InlineData("throw new OperationCanceledException();", false)]
    [InlineData("int broken = nothing;", true)]
    public void A_cell_that_fails_harms_nobody(string fails, bool isLeftOut)
    {
        string Note(string text) => $"System.IO.File.AppendAllText(@\"{Trace}\", \"{text}\");";
        var connection = FreePorts.Connection();
        using var kernel = new JupyterKernel(connection, new() { WarmUpCells = [$"var stray = 7;\n{Note("before ")}", Note("meanwhile ") + fails, Note("after ")] });
        var running = new Thread(kernel.Run) { IsBackground = true };
        running.Start();
        using var client = new KernelClient(connection);
        // what throws has run before it does and ends the warm-up; what does not compile is left out
        var done = isLeftOut ? "before after " : "before meanwhile ";
        Assert.True(SpinWait.SpinUntil(() => Traced() == done, Patience), Traced());

        // a name of a warm-up cell is no name here, and what a person sends counts from 1
        var missing = client.Outputs(client.Execute("stray"), Patience).Single(message => message.Type == "error").Content;
        Assert.Contains("CS0103", JsonText.String(missing, "evalue"), StringComparison.Ordinal);
        Assert.Equal((2, "42"), Result(client, "var stray = 6; 7 * stray"));
        Assert.Equal((3, "6"), Result(client, "stray"));
        // with nothing to do it would begin again by now
        Thread.Sleep(500);
        Assert.Equal(done, Traced());
        kernel.End();
        Assert.True(running.Join(Patience));
    }

    [Fact]
    public void What_the_command_warms_up_with_runs_without_a_complaint()
    {
        var notes = new Notes();
        foreach (var cell in KernelRun.WarmUpCells) notes.Value(cell);
    }

    string Traced() => File.Exists(Trace) ? File.ReadAllText(Trace) : "";

    static (int Count, string? Text) Result(KernelClient client, string code)
    {
        var result = client.Outputs(client.Execute(code), Patience).Single(message => message.Type == "execute_result").Content;
        return (result.GetProperty("execution_count").GetInt32(), JsonText.String(result.GetProperty("data"), "text/plain"));
    }
}
