using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Backprop.Teaching.Tests.Conventions;

/// <summary>What the README shows is compiled, run and true.</summary>
public class ReadmeTests
{
    static readonly string Text = File.ReadAllText(Repository.At("README.md"));

    [Fact]
    public async Task The_example_prints_what_its_comments_say()
    {
        var code = Text.Split("```csharp\n")[1].Split("```")[0].Replace("Console.WriteLine(", "Out.WriteLine(", StringComparison.Ordinal);
        var globals = new Globals();
        await CSharpScript.RunAsync(code, ScriptOptions.Default.WithReferences(typeof(Network).Assembly, typeof(MathNet.Numerics.LinearAlgebra.Matrix<double>).Assembly).WithImports("System"), globals);
        var printed = globals.Out.ToString();
        Assert.StartsWith("0.008771354689486937\n", printed, StringComparison.Ordinal);
        Assert.Contains("δ⁽¹⁾₀ = (W⁽²⁾₀₀ · δ⁽²⁾₀ + W⁽²⁾₁₀ · δ⁽²⁾₁) · σ′(z⁽¹⁾₀) = (0.4 · 0.138499 + 0.5 · (−0.0380982)) · 0.241301 = 0.008771", printed, StringComparison.Ordinal);
        Assert.Contains("dW[1][0,0]@0 as a sum over 2 paths", printed, StringComparison.Ordinal);
        Assert.Contains("right to", printed, StringComparison.Ordinal);
        Assert.EndsWith("0.28047144679143016\n", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_is_one_of_our_own_figures() => Expectation.Page(
        "docs/network.svg",
        // on a page of any colour
        Backpropagation.Run(Examples.Mazur).NetworkDiagram().ToSvg().Replace("color:inherit;background:transparent", "color:#222;background:#fff", StringComparison.Ordinal));

    [Fact]
    public void The_table_of_names_has_every_kind_of_quantity()
    {
        var table = Text.Split("## Names")[1].Split("## The house")[0];
        Assert.All(QuantityKindInfo.All, info => Assert.Matches($@"[` ]{Regex.Escape(info.Name)}[\[@` ]", table));
    }

    [Fact]
    public void The_rooms_of_the_library_are_those_in_the_drawing()
    {
        var drawing = Text.Split("## The house")[1];
        Assert.All(Directory.GetDirectories(Repository.At("src/Backprop.Teaching")), folder => Assert.Contains(Path.GetFileName(folder) + " ", drawing, StringComparison.Ordinal));
    }

    public sealed class Globals
    {
        public StringWriter Out { get; } = new() { NewLine = "\n" };
    }
}
