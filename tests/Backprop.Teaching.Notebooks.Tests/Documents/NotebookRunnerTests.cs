using System.Diagnostics;

namespace Backprop.Teaching.Notebooks.Tests;

public sealed class NotebookRunnerTests : IDisposable
{
    readonly Lab lab = new();

    public void Dispose() => lab.Dispose();

    [Fact]
    public void The_sample_is_saved_in_one_form_only_and_then_holds()
    {
        File.Copy(Lab.Sample, lab["sample.ipynb"]);
        Assert.Equal(0, Lab.Backprop("notebook", "run", lab["sample.ipynb"], "--save").Exit);
        var first = File.ReadAllText(lab["sample.ipynb"]);
        Assert.Equal((0, ""), (Lab.Backprop("notebook", "check", lab["sample.ipynb"]) is var check ? check.Exit : -1, check.Error));

        // the one cell that varies aside, a second run saves the same bytes
        Assert.Equal(0, Lab.Backprop("notebook", "run", lab["sample.ipynb"], "--save").Exit);
        Assert.Equal(WithoutVarying(first), WithoutVarying(File.ReadAllText(lab["sample.ipynb"])));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], Notebook.Read(lab["sample.ipynb"]).Cells.Where(c => c.Kind == CellKind.Code).Select(c => c.ExecutionCount!.Value));
        Assert.Equal(["sample.ipynb"], Directory.GetFiles(lab.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_changed_output_fails_the_check_with_the_first_difference()
    {
        var file = lab.Write("a.ipynb", ("Console.WriteLine(\"one\"); Console.WriteLine(\"two\");", null), ("3", null));
        Assert.Equal(0, Lab.Backprop("notebook", "run", file, "--save").Exit);
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"two\\n\"", "\"2\\n\"", StringComparison.Ordinal));
        var saved = File.ReadAllText(file);
        var (exit, output, _) = Lab.Backprop("notebook", "check", file);
        Assert.Equal(1, exit);
        Assert.Contains("cell 1: output 1 (stdout), line 2, column 1:", output, StringComparison.Ordinal);
        Assert.Contains("saved: 2", output, StringComparison.Ordinal);
        Assert.Contains("now:   two", output, StringComparison.Ordinal);
        Assert.Equal(saved, File.ReadAllText(file));
    }

    [Fact]
    public void A_cell_that_fails_ends_the_run_and_nothing_is_saved()
    {
        var file = lab.Write("a.ipynb", ("int Divide(int x) => 1 / x;", null), ("Divide(0)", null), ("Console.WriteLine(1)", null));
        var before = File.ReadAllText(file);
        var (exit, output, error) = Lab.Backprop("notebook", "run", file, "--save");
        Assert.Equal((1, ""), (exit, error));
        Assert.Contains("cell 2: DivideByZeroException: Attempted to divide by zero.", output, StringComparison.Ordinal);
        Assert.Contains("at Divide in cell 1, line 1", output, StringComparison.Ordinal);
        Assert.DoesNotContain("cell 3", output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(file));
    }

    [Theory]
    [InlineData("1 + 1", "raises-exception", "cell 1: is tagged raises-exception, but ended without one")]
    [InlineData("// var a = 1;\nvar b = 2;", "solution", "cell 1: line 2 of a solution cell is not behind `// `")]
    [InlineData("while (true) { }", null, "cell 1: did not end within its limit of 5 s and was interrupted")]
    [InlineData("Environment.FailFast(\"gone\");", null, "cell 1: its process ended")]
    [InlineData("Console.ReadLine()", null, "nobody to ask")]
    public void What_goes_wrong_is_said_with_the_cells_number(string source, string? tag, string expected)
    {
        var file = lab.Write("a.ipynb", (source, tag));
        // only an endless cell is to meet its limit, however busy the machine is
        var (exit, output, error) = Lab.Backprop("notebook", "run", file, "--timeout", source.StartsWith("while", StringComparison.Ordinal) ? "5" : "120");
        Assert.Equal((1, ""), (exit, error));
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_input_is_told_from_a_failing_notebook()
    {
        var tagged = lab.Write("tagged.ipynb", ("1", "slow"));
        Assert.Equal((2, "tagged.ipynb: cell 1: unknown tag 'slow', expected one of setup, figure, predict, check, solution, raises-exception, varies.\n"), Failure(tagged));
        File.WriteAllText(lab["no.ipynb"], "{ \"cells\": [");
        Assert.Equal((2, "no.ipynb: not JSON (line 1), expected a notebook.\n"), Failure(lab["no.ipynb"]));
        File.WriteAllText(lab["old.ipynb"], "{ \"cells\": [], \"nbformat\": 3 }");
        Assert.Equal((2, "old.ipynb: nbformat is '3', expected 4.\n"), Failure(lab["old.ipynb"]));
        Assert.Equal(2, Failure(lab["missing.ipynb"]).Exit);

        static (int Exit, string Error) Failure(string file) => Lab.Backprop("notebook", "run", file) is var result ? (result.Exit, result.Error) : default;
    }

    [Fact]
    public void Solutions_run_uncommented_and_neither_edition_is_saved_over_the_original()
    {
        var file = lab.Write("a.ipynb", ("var x = 1;", null), ("// x = 5;\n//\n// throw new Exception($\"solved {x}\");", "solution"));
        Assert.Equal(0, Lab.Backprop("notebook", "run", file).Exit);
        var (exit, output, _) = Lab.Backprop("notebook", "run", file, "--solutions");
        Assert.Equal(1, exit);
        Assert.Contains("cell 2: Exception: solved 5", output, StringComparison.Ordinal);
        Assert.Equal(2, Lab.Backprop("notebook", "run", file, "--solutions", "--save").Exit);
    }

    [Fact]
    public void Files_are_found_relative_to_the_notebook()
    {
        File.WriteAllText(lab["more.csx"], "int Seven() => 7;");
        var file = lab.Write("a.ipynb", ("#load \"more.csx\"\nif (Seven() != 7 || !File.Exists(\"more.csx\")) throw new Exception();", null));
        Assert.Equal(0, Lab.Backprop("notebook", "run", file).Exit);
    }

    [Fact]
    public async Task A_run_that_is_killed_never_leaves_half_a_file_or_a_child()
    {
        // large enough that saving takes a while
        var file = lab.Write("a.ipynb", ("Console.Write(new string('x', 9_000_000)); Console.Write(Environment.ProcessId)", "varies"));
        Assert.Equal(0, Lab.Backprop("notebook", "run", file, "--save").Exit);
        var child = int.Parse(Notebook.Read(file).Cells[0].Outputs[0].Text.TrimStart('x'), System.Globalization.CultureInfo.InvariantCulture);
        Assert.False(Directory.Exists($"/proc/{child}"));
        var inTheMiddle = 0;
        for (var i = 0; i < 4; i++)
        {
            using var runner = Lab.Start("notebook", "run", file, "--save");
            // the temporary file tells that saving has begun
            var saving = lab[".a.ipynb.saving"];
            var clock = Stopwatch.StartNew();
            // the cell takes seconds and is left the processor; the saving takes milliseconds and is watched closely
            while (LengthOf(saving) < 0 && !runner.HasExited && clock.Elapsed < TimeSpan.FromMinutes(1)) Thread.Sleep(1);
            while (LengthOf(saving) is >= 0 and var length && !(length > i * 2_250_000L) && !runner.HasExited) Thread.SpinWait(100);
            runner.Kill();
            await runner.WaitForExitAsync();
            // a saving that came to its end has taken it away
            if (File.Exists(saving)) inTheMiddle++;
            Assert.StartsWith("xxx", Notebook.Read(file).Cells[0].Outputs[0].Text, StringComparison.Ordinal);
            File.Delete(saving);
        }
        Assert.True(inTheMiddle > 0, "no run was killed while it saved");
    }

    [Fact]
    public async Task The_child_ends_when_its_parent_is_killed()
    {
        var file = lab.Write("a.ipynb", ($"File.WriteAllText(\"pid\", Environment.ProcessId.ToString()); System.Threading.Thread.Sleep(60000);", null));
        using var runner = Lab.Start("notebook", "run", file);
        var clock = Stopwatch.StartNew();
        while (!(File.Exists(lab["pid"]) && new FileInfo(lab["pid"]).Length > 0) && clock.Elapsed < TimeSpan.FromSeconds(30)) await Task.Delay(50);
        var child = Process.GetProcessById(int.Parse(File.ReadAllText(lab["pid"]), System.Globalization.CultureInfo.InvariantCulture));
        runner.Kill();
        Assert.True(child.WaitForExit(10000));
    }

    // -1 as long as there is no such file
    static long LengthOf(string file)
    {
        try
        {
            return new FileInfo(file).Length;
        }
        catch (FileNotFoundException)
        {
            return -1;
        }
    }

    // the cell's value, which is a new Guid each time
    static string WithoutVarying(string text) => System.Text.RegularExpressions.Regex.Replace(text, "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "GUID");
}
