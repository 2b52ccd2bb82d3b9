using System.Diagnostics;

namespace Backprop.Teaching.Notebooks.Tests;

[Collection(Alone.Name)]
public class InterruptTests
{
    static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(400);

    readonly Notes notes = new();

    public static TheoryData<string> Loops =>
    [
        "while (true) { }",
        "long n = 0; while (true) n++;",
        "while (true) { var garbage = new byte[1000]; }",
        "while (true) { try { while (true) { } } catch { } }",
        "while (true) { try { System.Threading.Thread.Sleep(5); } catch (Exception) { } }",
        "System.Threading.Thread.Sleep(60000);",
        "new TaskCompletionSource().Task.Wait();",
        "lock (typeof(string)) { var t = new System.Threading.Thread(() => { lock (typeof(string)) { } }); t.Start(); t.Join(); }",
        "while (true) await Task.Delay(1);",
        "while (true) await Task.Yield();",
        "await Task.Delay(60000);",
        "await new TaskCompletionSource().Task;",
        "while (true) Console.WriteLine(1);",
        "IEnumerable<int> All() { while (true) yield return 1; }\nAll().Sum()",
        "class Slow { public override string ToString() { while (true) { } } }\nnew Slow()",
    ];

    [Theory]
    [MemberData(nameof(Loops))]
    public void An_interrupt_ends_the_cell_and_leaves_nothing_behind(string code)
    {
        notes.Value("var kept = 42;");
        var clock = Stopwatch.StartNew();
        var result = notes.RunFor(Soon, code);
        Assert.Equal(CellStatus.Interrupted, result.Status);
        // the cells would take a minute or never end; how soon is no matter for a test on a busy machine
        Assert.InRange(clock.Elapsed, Soon - TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(30));
        Assert.Null(result.LeftoverWork);
        Assert.Equal(["Interrupted: The cell was interrupted."], result.Error!.Traceback);
        Assert.Equal("42", notes.Value("kept"));
    }

    [Fact]
    public void Thirty_interrupts_in_a_row_on_one_session()
    {
        notes.Value("var count = 0; var gate = new object();");
        string[] codes = ["count++; while (true) { }", "count++; System.Threading.Thread.Sleep(60000);", "count++; while (true) await Task.Delay(1);"];
        var counted = 0;
        for (var i = 0; i < 30; i++)
        {
            var result = notes.RunFor(TimeSpan.FromMilliseconds(150), codes[i % codes.Length]);
            Assert.Equal((i, CellStatus.Interrupted), (i, result.Status));
            Assert.Null(result.LeftoverWork);
            // on a busy machine an interrupt may come while the cell is still compiled
            var now = int.Parse(notes.Value("count")!, System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(now - counted, 0, 1);
            counted = now;
        }
        Assert.True(counted > 0, "no cell ran");
    }

    [Fact]
    public void An_interrupt_during_compilation_ends_the_cell()
    {
        notes.Value("var kept = 1;");
        // enough code that compiling it takes seconds
        var heavy = string.Concat(Enumerable.Range(0, 40000).Select(i => FormattableString.Invariant($"int f{i}(int a) => Enumerable.Range(0, a).Select(x => x + {i}).Sum();\n")));
        var clock = Stopwatch.StartNew();
        var result = notes.RunFor(TimeSpan.FromMilliseconds(300), heavy);
        Assert.Equal(CellStatus.Interrupted, result.Status);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.Equal("1", notes.Value("kept"));
    }

    [Fact]
    public void Work_that_goes_on_after_the_interrupt_is_reported()
    {
        notes.Value("var stop = false;");
        var result = notes.RunFor(Soon, "await Task.Run(() => { while (!System.Threading.Volatile.Read(ref stop)) { } });");
        notes.Value("stop = true;");
        Assert.Equal(CellStatus.Interrupted, result.Status);
        Assert.Contains("still computes on 1 thread. Restart the kernel", result.LeftoverWork, StringComparison.Ordinal);
        Assert.Contains(result.LeftoverWork!, result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_cannot_be_stopped_is_left_behind_and_reported()
    {
        notes.Value("var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0); listener.Start();");
        var result = notes.RunFor(Soon, "listener.AcceptSocket();");
        Assert.Equal(CellStatus.Interrupted, result.Status);
        Assert.Contains("does not react to the interrupt", result.LeftoverWork, StringComparison.Ordinal);
        Assert.Equal("True", notes.Value("listener.Server.IsBound"));
    }

    [Fact]
    public void An_interrupt_never_breaks_off_what_the_host_does_with_an_output()
    {
        var output = new TwoStepOutput();
        for (var i = 0; i < 30; i++)
        {
            using var interrupt = new CancellationTokenSource();
            // from the first write on, so that the interrupt meets writes and not the compiler
            output.OnFirstWrite(() => interrupt.CancelAfter(TimeSpan.FromMilliseconds(20 + i)));
            var result = notes.Session.Run("while (true) Console.Write(1);", output, interrupt.Token);
            Assert.Equal((CellStatus.Interrupted, null), (result.Status, result.LeftoverWork));
            Assert.Equal(output.Begun, output.Ended);
        }
        Assert.True(output.Ended > 1000, $"{output.Ended} writes");
    }

    [Fact]
    public void Parallel_loops_end_or_are_reported()
    {
        notes.Value("int stop = 0, begun = 0, ended = 0;");
        var result = notes.RunFor(Soon, "Parallel.For(0, 4, i => { System.Threading.Interlocked.Increment(ref begun); try { while (System.Threading.Volatile.Read(ref stop) == 0) { } } finally { System.Threading.Interlocked.Increment(ref ended); } });");
        var running = notes.Value("System.Threading.Volatile.Read(ref begun) - System.Threading.Volatile.Read(ref ended)");
        notes.Value("stop = 1;");
        Assert.Equal(CellStatus.Interrupted, result.Status);
        // on one core only one loop may have begun, and that one ends
        Assert.True(result.LeftoverWork is not null || running == "0", $"{running} loops run on, and nothing was said");
    }

    [Fact]
    public void A_cell_that_ends_before_the_interrupt_is_untouched()
    {
        using var interrupt = new CancellationTokenSource();
        var result = notes.Session.Run("1", notes.Output, interrupt.Token);
        interrupt.Cancel();
        Assert.Equal(CellStatus.Ok, result.Status);
    }

    [Fact]
    public async Task A_second_cell_while_one_runs_is_refused()
    {
        var first = Task.Run(() => notes.RunFor(TimeSpan.FromSeconds(1), "await Task.Delay(60000);"));
        await Task.Delay(300);
        Assert.Throws<InvalidOperationException>(() => notes.Run("1"));
        Assert.Equal(CellStatus.Interrupted, (await first).Status);
    }

    /// <summary>Spends most of a cell's time between its two steps.</summary>
    sealed class TwoStepOutput : ICellOutput
    {
        public long Begun { get; private set; }

        public long Ended { get; private set; }

        Action? first;

        public void OnFirstWrite(Action action) => first = action;

        public void WriteText(OutputChannel channel, string text)
        {
            Interlocked.Exchange(ref first, null)?.Invoke();
            Begun++;
            for (var i = 0; i < 2000; i++) Spin(i);
            Ended++;
        }

        public void Display(MimeBundle bundle, string? displayId) { }

        public void UpdateDisplay(MimeBundle bundle, string displayId) { }

        public string? ReadLine(string prompt, bool hidden) => null;

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static void Spin(int i) => _ = i;
    }
}
