using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching.Notebooks.Tests;

public class DisplayTests
{
    readonly Notes notes = new();

    [Fact]
    public void Numbers_and_texts_are_plain_and_collections_are_tables()
    {
        Assert.Equal(["text/plain"], Forms("1.5"));
        Assert.Equal(["text/plain"], Forms("\"a\\nb\""));
        var table = notes.Run("new[] { new { A = 1, B = 2 } }.ToList()").Value!;
        Assert.Contains("<table>", table.Contents["text/html"], StringComparison.Ordinal);
        Assert.DoesNotContain('\r', table.Contents["text/html"]);
        Assert.Contains("A: 1", table.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_registered_formatter_is_used()
    {
        notes.Value("using Microsoft.DotNet.Interactive.Formatting;\nclass Mine { public int A = 3; }\nFormatter.Register<Mine>((m, w) => w.Write($\"<b>{m.A}</b>\"), \"text/html\");");
        Assert.Equal("<b>3</b>", notes.Run("new Mine()").Value!.Contents["text/html"]);
    }

    [Fact]
    public void Library_objects_and_mathnet_show_themselves_as_the_library_says()
    {
        Matrix<double> matrix = Matrix<double>.Build.DenseOfArray(new[,] { { 1.0, 2 }, { 3, 4 } });
        var expected = Displayables.For(matrix)!.ToMimeBundle();
        Assert.Equal(expected.Contents, notes.Run("Matrix<double>.Build.DenseOfArray(new[,] { { 1.0, 2 }, { 3, 4 } })").Value!.Contents);
        Assert.Contains("<code>1 + 1</code>", notes.Run("Lesson.Show(1 + 1)").Value!.Contents["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_form_of_an_own_displayable_is_kept()
    {
        notes.Value("class Own : IDisplayable { public MimeBundle ToMimeBundle() => MimeBundle.OfText(\"t\").With(\"application/vnd.plotly.v1+json\", \"{}\"); public string ToHtml() => \"h\"; }");
        Assert.Equal(["application/vnd.plotly.v1+json", "text/plain"], Forms("new Own()"));
    }

    [Fact]
    public void Display_shows_at_once_and_is_updated_in_place()
    {
        notes.Value("var d = display(1); Console.Write(\"x\"); d.Update(HTML(\"<i>2</i>\")); display(\"# T\", \"text/markdown\");");
        Assert.Equal([("1", false), ("<i>2</i>", true), ("# T", false)], notes.Output.Displays.Select(d => (d.Bundle.Text, d.Update)));
        Assert.Equal(notes.Output.Displays[0].Id, notes.Output.Displays[1].Id);
        Assert.Equal("<i>2</i>", notes.Output.Displays[1].Bundle.Contents["text/html"]);
        Assert.Equal("# T", notes.Output.Displays[2].Bundle.Contents["text/markdown"]);
        notes.Value("d.Update(3);");
        Assert.Equal(("3", true), (notes.Output.Displays[^1].Bundle.Text, notes.Output.Displays[^1].Update));
    }

    [Fact]
    public void A_display_that_fails_is_a_text_and_a_task_is_not_waited_for()
    {
        notes.Value("class Bad : IDisplayable { public MimeBundle ToMimeBundle() => throw new IOException(\"no\"); public string ToHtml() => \"\"; }");
        Assert.Equal("Bad, whose display failed: IOException: no", notes.Value("new Bad()"));
        Assert.StartsWith("a task (WaitingForActivation)", notes.Value("new TaskCompletionSource<int>().Task"), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_display_type_of_the_library_is_rich_in_the_real_formatting_assembly()
    {
        var types = typeof(IDisplayable).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsPublic: true } && typeof(IDisplayable).IsAssignableFrom(type)).ToList();
        Assert.NotEmpty(types);
        foreach (var type in types)
        {
            Assert.True(type.GetCustomAttributes(inherit: true).Any(a => a.GetType().Name == "TypeFormatterSourceAttribute"), $"{type.Name} lacks the attribute by which .NET Interactive finds its display");
            Assert.Equal(["text/html", "text/plain"], InteractiveFormatting.PreferredMimeTypes(type));
        }
        IDisplayable[] samples = [Lesson.Show(1.0 / 3), Displayables.For(Vector<double>.Build.Dense(2, 0.25))!];
        foreach (var sample in samples)
        {
            Assert.Equal(sample.ToHtml(), InteractiveFormatting.Write(sample, "text/html"));
            Assert.Equal(sample.ToMimeBundle().Text, InteractiveFormatting.Write(sample, "text/plain"));
            Assert.Contains(sample.ToHtml(), InteractiveFormatting.Write(new[] { sample }, "text/html"), StringComparison.Ordinal);
        }
    }

    IEnumerable<string> Forms(string code) => notes.Run(code).Value!.Contents.Keys;
}
