namespace Backprop.Teaching.Notebooks.Tests;

public class CompletionTests
{
    readonly Notes notes = new();

    [Fact]
    public void Members_of_a_value_come_before_extensions_and_those_of_object()
    {
        notes.Value("var names = new List<string> { \"a\" };");
        var items = Items("names.|");
        Assert.Equal("method", items["Add"].Kind);
        Assert.Equal(("property", "int"), (items["Count"].Kind, items["Count"].Signature));
        Assert.DoesNotContain("get_Count", items.Keys);
        Assert.True(Rank("names.|", "Add") < Rank("names.|", "Select"));
        Assert.True(Rank("names.|", "Select") < Rank("names.|", "GetHashCode"));
        Assert.Equal(["Count"], Texts("names.Coun|").Take(1));
    }

    [Fact]
    public void Locals_come_before_members_types_and_keywords()
    {
        notes.Value("var forward = 1; int forth() => 2; class Fort { }");
        var texts = Texts("int fortune = 3;\nfor|");
        Assert.Equal(["forth", "fortune", "forward"], texts.Take(3));
        Assert.True(texts.IndexOf("Fort") is var type && type > 2 && type < texts.IndexOf("for"));
        Assert.Contains("foreach", texts);
    }

    [Theory]
    [InlineData("Math.|", "Sqrt", "GetHashCode")]
    [InlineData("System.Text.|", "StringBuilder", "Console")]
    [InlineData("\"abc\".|", "Length", "IsNullOrEmpty")]
    [InlineData("new[] { 1 }.Select(x => x.|)", "CompareTo", "Parse")]
    [InlineData("DateTime? d = null;\nd?.|", "Ticks", "HasValue")]
    [InlineData("var s = new StringBuilder { | };", "Capacity", "nothing")]
    [InlineData("string t = \"\";\nt.|\nvar y = 1;", "Length", "IsNullOrEmpty")]
    [InlineData("using System.|", "Text", "Console.WriteLine")]
    [InlineData("\"abc\".PadLeft(|", "totalWidth:", "nothing")]
    [InlineData("Lesson.|", "Show", "nothing")]
    [InlineData("Vector<double>.Build.|", "Dense", "nothing")]
    public void What_fits_is_offered_and_what_does_not_is_not(string code, string offered, string missing)
    {
        var texts = Texts(code);
        Assert.Contains(offered, texts);
        Assert.DoesNotContain(missing, texts);
    }

    [Theory]
    [InlineData("\"text.|\"")]
    [InlineData("// comment.|")]
    [InlineData("var x = 12|")]
    [InlineData("$\"text.|\"")]
    public void Nothing_is_offered_inside_text_and_numbers(string code) => Assert.Empty(Texts(code));

    [Fact]
    public void The_replaced_text_is_the_word_and_magics_are_known()
    {
        var (code, cursor) = Split("var b = Console.Wri|;");
        var list = notes.Session.Complete(code, cursor);
        Assert.Equal((16, 19), (list.Start, list.End));
        Assert.Equal(["#!time"], Texts("#!|"));
    }

    [Fact]
    public void Completion_answers_while_a_cell_runs()
    {
        notes.Value("var kept = 1;");
        using var interrupt = new CancellationTokenSource();
        var running = Task.Run(() => notes.Session.Run("while (true) { }", notes.Output, interrupt.Token));
        Assert.Contains("kept", Texts("ke|"));
        interrupt.Cancel();
        Assert.NotNull(running);
    }

    [Fact]
    public void Inspection_shows_types_signatures_and_our_documentation()
    {
        notes.Value("var count = 3;");
        Assert.Equal("int count", Inspect("co|unt + 1"));
        Assert.StartsWith("MimeBundle MimeBundle.OfText(string text)\n\nA bundle with the plain text alone.\n  text: The text/plain form.\nReturns: A bundle of one form; add others with With.", Inspect("MimeBundle.OfTe|xt(\"a\")")?.Replace("MimeBundle OfText", "MimeBundle MimeBundle.OfText", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.StartsWith("class Backprop.Teaching.MimeBundle\n\nThe same value in several forms", Inspect("Mime|Bundle.OfText"), StringComparison.Ordinal);
        Assert.Contains("significant digits", Inspect("NumberFormat.Default.Form|at(1.0)"), StringComparison.Ordinal);
        Assert.Contains("Show(", Inspect("Lesson.Show(|1)"), StringComparison.Ordinal);
        Assert.Equal("int y", Inspect("var y| = 1;"));
        Assert.Null(Inspect("1 |+ 1"));
        Assert.Null(Inspect("nothing|"));
    }

    static (string Code, int Cursor) Split(string code) => (code.Replace("|", "", StringComparison.Ordinal), code.IndexOf('|', StringComparison.Ordinal));

    List<string> Texts(string marked)
    {
        var (code, cursor) = Split(marked);
        return [.. notes.Session.Complete(code, cursor).Items.Select(item => item.Text)];
    }

    int Rank(string marked, string text) => Texts(marked).IndexOf(text);

    Dictionary<string, CompletionItem> Items(string marked)
    {
        var (code, cursor) = Split(marked);
        return notes.Session.Complete(code, cursor).Items.ToDictionary(item => item.Text);
    }

    string? Inspect(string marked)
    {
        var (code, cursor) = Split(marked);
        return notes.Session.Inspect(code, cursor)?.Text;
    }
}
