namespace Backprop.Teaching.Notebooks.Tests;

public class ScriptSessionTests
{
    readonly Notes notes = new();

    [Fact]
    public void A_trailing_expression_is_the_value()
    {
        Assert.Equal("3", notes.Value("1 + 2"));
        Assert.Null(notes.Value("var x = 5;"));
        Assert.Null(notes.Value("Console.WriteLine()"));
        Assert.Equal("null", notes.Value("(string)null"));
        Assert.Equal("6", notes.Value("x + 1"));
    }

    [Fact]
    public void Variables_methods_and_types_carry_over()
    {
        Assert.Null(notes.Value("class P { public int A = 3; } record R(int B);\nint Twice(int x) => 2 * x;"));
        Assert.Null(notes.Value("var p = new P();"));
        Assert.Equal("14", notes.Value("Twice(p.A + new R(4).B)"));
    }

    [Fact]
    public void Cells_of_types_usings_or_comments_alone_run()
    {
        Assert.Null(notes.Value("using System.Globalization;"));
        Assert.Null(notes.Value("// nothing but a comment"));
        Assert.Null(notes.Value(""));
        Assert.Null(notes.Value("interface IShape { double Area { get; } }"));
        Assert.Equal("True", notes.Value("CultureInfo.CurrentCulture.Equals(CultureInfo.InvariantCulture)"));
        Assert.Equal("IShape", notes.Value("typeof(IShape).Name"));
    }

    [Fact]
    public void A_redeclared_name_means_the_newer_one()
    {
        notes.Value("int n = 1; int Old() => n;");
        notes.Value("string n = \"new\";");
        Assert.Equal("new", notes.Value("n"));
        Assert.Equal("1", notes.Value("Old()"));
    }

    [Fact]
    public void More_cells_run_than_the_first_store_has_room_for()
    {
        notes.Value("int total = 0;");
        for (var i = 0; i < 70; i++) notes.Value($"int v{i} = {i}; total += v{i};");
        Assert.Equal("2415", notes.Value("total"));
    }

    [Fact]
    public void Top_level_await_continues_on_the_cells_thread()
    {
        Assert.Equal("True", notes.Value("var t = Environment.CurrentManagedThreadId; await Task.Delay(10); await Task.Yield(); t == Environment.CurrentManagedThreadId"));
        Assert.Equal("7", notes.Value("async Task<int> Seven() { await Task.Delay(1); return 7; }\nawait Seven()"));
    }

    [Fact]
    public void Newer_language_is_understood()
    {
        Assert.Equal("5", notes.Value("class Q { public int A { get; set => field = value + 1; } } var q = new Q(); q?.A = 4; int[] s = [1, ..new[] { 2 }]; q.A"));
    }

    [Fact]
    public void The_usual_usings_are_preset()
    {
        Assert.Equal("6", notes.Value("new List<int> { 1, 2, 3 }.Sum()"));
        Assert.Equal("11", notes.Value("(Vector<double>.Build.DenseOfArray([1, 2]) * Vector<double>.Build.DenseOfArray([3, 4])).ToString()"));
        Assert.Equal("0.3333", notes.Value("NumberFormat.Default.Format(1.0 / 3)"));
        Assert.Equal("ab", notes.Value("new StringBuilder().Append('a').Append('b').ToString() + (Path.DirectorySeparatorChar == 'x' ? new ArrayList().ToString() : \"\")"));
    }

    [Fact]
    public void An_assembly_outside_the_common_set_is_found_and_types_stay_the_same()
    {
        notes.Value("var list = new List<int> { 1 }; var shown = display(1); record Mine(int A); var mine = new Mine(2);");
        Assert.DoesNotContain(HostReferences.Common, reference => reference.Display!.Contains("System.Data.Common", StringComparison.Ordinal));
        Assert.Equal("people", notes.Value("using System.Data;\nnew DataTable(\"people\").TableName"));
        Assert.Equal("1", notes.Value("List<int> same = list; same.Count"));
        Assert.Equal("2", notes.Value("Mine also = mine; also.A"));
        Assert.Null(notes.Value("Backprop.Teaching.Notebooks.DisplayedValue again = shown; again.Update(2);"));
    }

    [Fact]
    public void Compiler_errors_say_line_and_column_in_the_cell()
    {
        notes.Value("int a = 1;");
        var result = notes.Run("var b = a;\nvar c = missing + b;");
        Assert.Equal(CellStatus.Error, result.Status);
        var error = Assert.Single(result.Diagnostics, d => d.IsError);
        Assert.Equal(("CS0103", 2, 9, 2, 16), (error.Id, error.Line, error.Column, error.EndLine, error.EndColumn));
        Assert.Equal("CompilationError", result.Error!.Name);
        Assert.Equal("(2,9): error CS0103: The name 'missing' does not exist in the current context", result.Error.Message);
        Assert.Equal(["(2,9): error CS0103: The name 'missing' does not exist in the current context", "    var c = missing + b;", "            ^^^^^^^"], result.Error.Traceback);
        Assert.Equal("1", notes.Value("a"));
    }

    [Fact]
    public void An_exception_shows_the_users_frames_only()
    {
        notes.Value("int Divide(int x, int y) =>\n    x / y;");
        var result = notes.Run("var before = 1;\nvar all = new[] { 1 }.Select(x => Divide(x, 0)).ToList();");
        Assert.Equal(CellStatus.Error, result.Status);
        Assert.Equal("DivideByZeroException", result.Error!.Name);
        Assert.Equal(["DivideByZeroException: Attempted to divide by zero.", "   at Divide in cell 1, line 2", "   at a lambda in cell 2, line 2", "   at cell 2, line 2"], result.Error.Traceback);
        Assert.Equal("1", notes.Value("before"));
    }

    [Fact]
    public void Exceptions_after_await_and_their_causes_are_shown()
    {
        var result = notes.Run("async Task Fail() { await Task.Delay(1); throw new InvalidOperationException(\"outer\", new IOException(\"inner\")); }\nawait Fail();");
        Assert.Equal(["InvalidOperationException: outer", "   at Fail in cell 1, line 1", "   at cell 1, line 2", "caused by IOException: inner"], result.Error!.Traceback);
        Assert.Equal("IOException", notes.Run("Task.Run(() => throw new IOException(\"x\")).Wait()").Error!.Name);
    }

    [Fact]
    public void Console_is_streamed_in_pieces_while_the_cell_runs()
    {
        var seen = 0;
        var watcher = Task.Run(async () =>
        {
            while (notes.Output.Pieces == 0) await Task.Delay(5);
            seen = notes.Output.Pieces;
        });
        notes.Value("Console.WriteLine(\"first\"); Console.Error.Write(\"warn\"); await Task.Delay(300); Console.WriteLine($\"{1.5}\"); Task.Run(() => Console.Write('t')).Wait();");
        Assert.True(watcher.IsCompleted);
        Assert.InRange(seen, 1, 2);
        Assert.Equal("first\n1.5\nt", notes.Output.Out);
        Assert.Equal("warn", notes.Output.Error);
    }

    [Fact]
    public void Reading_asks_the_front_end_or_says_that_it_cannot()
    {
        notes.Output.Answers.Enqueue("Ada");
        notes.Output.Answers.Enqueue("xy");
        Assert.Equal("Ada", notes.Value("Console.ReadLine()"));
        Assert.Equal("xy", notes.Value("$\"{(char)Console.Read()}{Console.ReadLine()}\""));
        Assert.Equal("InvalidOperationException: There is nobody to ask.", notes.Run("Console.ReadLine()").Error!.Traceback[0]);
    }

    [Fact]
    public void A_failing_thread_of_a_cell_does_not_end_the_session()
    {
        notes.Value("new System.Threading.Thread(() => throw new IOException(\"lost\")).Start(); await Task.Delay(200);");
        Assert.Contains("IOException: lost", notes.Output.Error, StringComparison.Ordinal);
        Assert.Equal("1", notes.Value("1"));
    }

    [Theory]
    [InlineData("#!markdown\n# Title", "make this a Markdown cell")]
    [InlineData("var a = 1;\n  #!mermaid", "Markdown cell")]
    [InlineData("#!nonsense", "is not known")]
    [InlineData("#i \"nuget: there\"", "NuGet.config")]
    public void Magics_of_polyglot_are_explained_in_one_line(string code, string expected)
    {
        var result = notes.Run(code);
        Assert.Equal(CellStatus.Error, result.Status);
        Assert.Contains(expected, result.Error!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', result.Error.Message);
    }

    [Fact]
    public void Time_is_shown_and_a_magic_inside_a_string_is_text()
    {
        Assert.Equal("#!markdown", notes.Value("#!csharp\n#!time\n\"\"\"\n#!markdown\n\"\"\""));
        Assert.Matches(@"^Wall time: \d+\.\d\d ms$", Assert.Single(notes.Output.Displays).Bundle.Text);
    }

    [Fact]
    public void A_using_declaration_is_answered_with_what_to_write()
    {
        var result = notes.Run("using var s = new MemoryStream();");
        Assert.Contains(result.Error!.Traceback, line => line.Contains("write `var` instead", StringComparison.Ordinal));
    }

    [Fact]
    public void Unfinished_complete_and_wrong_are_told_apart()
    {
        foreach (var code in (string[])["1 + 1", "var x = 1;", "", "// c", "if (true) { }"]) Assert.Equal((code, Completeness.Complete), (code, notes.Session.IsComplete(code)));
        foreach (var code in (string[])["if (true) {", "var x = (1 +", "class A {", "/* open", "Show("]) Assert.Equal((code, Completeness.Incomplete), (code, notes.Session.IsComplete(code)));
        foreach (var code in (string[])["1+)", "}", "foo(]"]) Assert.Equal((code, Completeness.Invalid), (code, notes.Session.IsComplete(code)));
    }
}
