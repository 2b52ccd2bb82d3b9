using System.Globalization;
using System.Text;

namespace Backprop.Teaching.Tests.Notations;

/// <summary>docs/notation.md, made from the names and the notations themselves.</summary>
public class NotationPageTests
{
    // every kind of quantity occurs in it: hidden units, softmax, several samples, decay, a step
    static readonly BackpropTrace Trace = Backpropagation.Run(Examples.SoftmaxCrossEntropy);

    [Fact]
    public void The_page_of_notations_is_what_the_notations_say()
    {
        var page = new StringBuilder("""
            # Notation

            One name per quantity, the same in code, on the command line, in files and in print; and its symbols in six notations. This page is made from the library by a test.

            Layers are l = 1…L, layer 0 is the input; units and samples count from 0. W⁽ˡ⁾ leads into layer l, its row is the unit it leads to, its column the unit it comes from. `kind[layer][unit]` or `kind[layer][to,from]`, then `@sample` where the quantity belongs to one sample; without the last bracket it is the whole vector or matrix. n_l is the number of units of layer l, m the number of samples.

            ## The names

            | name | symbol | in C# | shape | what it is | comes from |
            |---|---|---|---|---|---|

            """);
        foreach (var info in QuantityKindInfo.All)
            page.AppendLine(CultureInfo.InvariantCulture, $"| `{Whole(info)}` | ${Symbol(Whole(info), Notation.Canonical)}$ | `{Trace.Explain(Whole(info)).Steps[0].Quantity.CodeName}` | {Shape(info)} | {info.Words} | {info.Origin ?? "depends on the example: `Explain()`"} |");

        page.Append("""

            ## The notations

            Any derivation can be written in each of them: `quantity.Explain(notation: Notation.Partials)`, or `backprop explain FILE QUANTITY --notation partials`.

            | name | text | what is particular about it |
            |---|---|---|

            """);
        foreach (var notation in Notation.All) page.AppendLine(CultureInfo.InvariantCulture, $"| `{notation.Name}` | {notation.Alias ?? "this library"} | {notation.Description} |");

        page.AppendLine(CultureInfo.InvariantCulture, $"""

            ## The same quantities in each

            Of a network {string.Join('-', Sizes())} with softmax outputs, first sample where there is one. A star: the text has no symbol for it, and this is written instead.

            | quantity | {string.Join(" | ", Notation.All.Select(notation => notation.Name))} |
            |---|{string.Concat(Notation.All.Select(_ => "---|"))}
            """);
        foreach (var info in QuantityKindInfo.All)
            page.AppendLine(CultureInfo.InvariantCulture, $"| `{Entry(info)}` | {string.Join(" | ", Notation.All.Select(notation => $"${Symbol(Entry(info), notation)}${(Step(Entry(info), notation).Remark is null ? "" : " \\*")}"))} |");

        Expectation.Page("docs/notation.md", page.ToString().ReplaceLineEndings("\n"));
    }

    static IEnumerable<int> Sizes() => [Trace.Example.Network.Layers[0].Inputs, .. Trace.Example.Network.Layers.Select(layer => layer.Units)];

    static DerivationStep Step(string name, Notation notation) => Trace.Explain(name, notation: notation).Steps[0];

    static string Symbol(string name, Notation notation) => Step(name, notation).Symbol.Replace("|", @"\vert ", StringComparison.Ordinal);

    static string Whole(QuantityKindInfo info) => info.Name + (info.HasLayer ? $"[{Layer(info)}]" : "") + Sample(info);

    static string Entry(QuantityKindInfo info) =>
        info.Name + (info.HasLayer ? $"[{Layer(info)}]" : "") + (info.Indices switch { 2 => "[1,2]", 1 => "[1]", _ => "" }) + Sample(info);

    // only the softmax layer has a Jacobian, and it has no f′
    static int Layer(QuantityKindInfo info) => info.Kind is QuantityKind.ActivationJacobian ? 2 : 1;

    static string Sample(QuantityKindInfo info) => info.PerSample ? "@0" : "";

    static string Shape(QuantityKindInfo info) => info switch
    {
        { Indices: 0 } => "one number",
        { Kind: QuantityKind.Input or QuantityKind.InputGradient } => "n_0",
        { Kind: QuantityKind.Target } => "n_L",
        { Kind: QuantityKind.ActivationJacobian } => "n_l × n_l",
        { Indices: 1 } => "n_l",
        _ => "n_l × n_{l−1}",
    };
}
