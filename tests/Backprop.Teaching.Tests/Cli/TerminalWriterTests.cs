using Backprop.Teaching.Cli;
using Spectre.Console;

namespace Backprop.Teaching.Tests.Cli;

public class TerminalWriterTests
{
    [Fact]
    public void A_terminal_gets_tables_that_fit_in_80_columns_and_no_code_names()
    {
        var text = Written(AnsiSupport.No, Backpropagation.Run(Examples.Mazur).Everything());
        Assert.All(text.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 80));
        Assert.Contains(
            """
            layer 2: 2 sigmoid
            ╭────────┬───────────┬───────────┬────────────────┬────────────┬───────────────╮
            │ unit j │         z │         a │          f′(z) │     ∂J₀/∂a │             δ │
            ├────────┼───────────┼───────────┼────────────────┼────────────┼───────────────┤
            │ unit 0 │     1.106 │    0.7514 │         0.1868 │     0.7414 │        0.1385 │
            │ unit 1 │     1.225 │    0.7729 │         0.1755 │    -0.2171 │      -0.03810 │
            │ name   │ z[2][j]@0 │ a[2][j]@0 │ fprime[2][j]@0 │ dA[2][j]@0 │ delta[2][j]@0 │
            ╰────────┴───────────┴───────────┴────────────────┴────────────┴───────────────╯
            """,
            text, StringComparison.Ordinal);
        Assert.DoesNotContain("in C#", text, StringComparison.Ordinal);
        Assert.DoesNotContain(".PreActivation[j]", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\x1b', text);
    }

    [Fact]
    public void Colours_and_weights_are_written_where_the_terminal_has_them()
    {
        var text = Written(AnsiSupport.Yes, Backpropagation.Run(Examples.Chain));
        Assert.Contains("\x1b[1mTrace of chain-1-1-1-1: 1-1-1-1, 1 sample\x1b[0m", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Square_brackets_in_names_are_no_markup()
    {
        var text = Written(AnsiSupport.No, Examples.Chain with { Name = "[red]x[/]" });
        Assert.Contains("Example [red]x[/]: 1-1-1-1", text, StringComparison.Ordinal);
    }

    static string Written(AnsiSupport ansi, IHasView view)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = ansi, ColorSystem = ansi == AnsiSupport.Yes ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 80;
        new TerminalWriter(console, NumberFormat.Default).Write(view.View());
        return text.ToString().ReplaceLineEndings("\n");
    }
}
