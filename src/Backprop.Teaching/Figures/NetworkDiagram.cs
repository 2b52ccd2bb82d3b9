using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;

namespace Backprop.Teaching;

/// <summary>
/// A network with its numbers as a drawing: units with z, a, δ, edges with w and ∂J/∂w. Radio buttons walk forward layer by layer
/// and then backward, without script; where styles are stripped everything is shown. Immutable.
/// </summary>
/// <remarks>
/// It offers <c>text/html</c> and <c>text/plain</c> alone. A layer of more than 8 units shows the first 8; the text has all.
/// Several outputs of the same diagram on a page do not disturb one another.
/// </remarks>
public sealed class NetworkDiagram : Displayable
{
    readonly DiagramNumbers numbers;
    readonly DiagramMarks marks;

    internal NetworkDiagram(DiagramNumbers numbers, ImmutableDictionary<QuantityId, DiagramMark> marks)
    {
        this.numbers = numbers;
        Marks = marks;
        this.marks = new(marks, numbers.Sample);
        AltText = Sentence();
    }

    /// <summary>What is to be seen, in numbers.</summary>
    public string AltText { get; }

    /// <summary>What is marked, and how.</summary>
    public ImmutableDictionary<QuantityId, DiagramMark> Marks { get; }

    /// <summary>The drawing alone, every step shown, as a self-contained static SVG.</summary>
    /// <returns>An <c>&lt;svg role="img"&gt;</c> whose first child is its title, the second its description.</returns>
    public string ToSvg() => Drawing(Id).Write();

    // the same content gives the same id on every machine
    internal string Id => "n" + Figure.Hash(Drawing("n").Write());

    internal override DisplayNode View() => new WrittenNode(Text(), Html());

    NetworkDrawing Drawing(string id) => new(id, numbers, marks, $"Network diagram of {numbers.Trace.Example.Name}, {numbers.Whose}", AltText);

    // a form of its own keeps radio buttons of the same name apart
    string Html()
    {
        var (id, steps) = (Id, Steps());
        var html = new StringBuilder($"<form class=\"{id}\"><style>");
        for (var step = 0; step < steps.Count - 1; step++)
        {
            html.AppendJoin(',', Enumerable.Range(step + 1, steps.Count - 1 - step).Select(later => $".{id}:has(.r{step}:checked) .s{later}"));
            html.Append("{visibility:hidden}");
        }
        html.Append("</style><fieldset style=\"border:0;padding:0;margin:.3em 0\"><legend style=\"padding:0\">Step</legend>");
        for (var step = 0; step < steps.Count; step++)
            html.Append(CultureInfo.InvariantCulture, $"<label style=\"margin-right:.9em;white-space:nowrap\"><input type=\"radio\" name=\"{id}\" class=\"r{step}\"{(step == steps.Count - 1 ? " checked" : "")}> {WebUtility.HtmlEncode(steps[step])}</label> ");
        return html.Append("</fieldset>").Append(ToSvg()).Append("</form>").ToString();
    }

    List<string> Steps()
    {
        var layers = Enumerable.Range(1, numbers.LayerCount);
        return ["input", .. layers.Select(l => $"forward {l}"), "loss", .. layers.Reverse().Select(l => $"backward {l}")];
    }

    string Sentence()
    {
        var edges = Enumerable.Range(1, numbers.LayerCount).SelectMany(l => Enumerable.Range(0, numbers.Units(l)).SelectMany(j => Enumerable.Range(0, numbers.Units(l - 1)).Select(k => (L: l, J: j, K: k)))).ToList();
        var known = edges.Where(edge => !double.IsNaN(numbers.Gradient(edge.L, edge.J, edge.K))).ToList();
        var (l, j, k) = known.Count == 0 ? default : known.MaxBy(edge => Math.Abs(numbers.Gradient(edge.L, edge.J, edge.K)));
        return $"Network {numbers.Trace.Network.Shape} with the numbers of {numbers.Whose}: loss {InWords.Number(numbers.Loss)}"
            + (known.Count == 0 ? "." : $"; of {InWords.Of(known.Count, "weight")} the largest |∂J/∂w| is at W[{l}][{j},{k}], {InWords.Number(numbers.Gradient(l, j, k))}.")
            + (Marks.IsEmpty ? "" : " Marked: " + string.Join(", ", Marks.OrderBy(mark => mark.Key.ToString(), StringComparer.Ordinal).Select(mark => mark.Key + DiagramMarks.Glyph(mark.Value))) + ".");
    }

    string Text()
    {
        var text = new StringBuilder(AltText);
        text.Append("\nx: ").AppendJoin(", ", Enumerable.Range(0, numbers.Units(0)).Select(k => InWords.Number(numbers.Input(k))));
        for (var l = 1; l <= numbers.LayerCount; l++)
            for (var j = 0; j < numbers.Units(l); j++)
            {
                text.Append(CultureInfo.InvariantCulture, $"\nlayer {l}, unit {j}: z = {InWords.Number(numbers.Z(l, j))}, a = {InWords.Number(numbers.A(l, j))}, δ = {InWords.Number(numbers.Delta(l, j))}; ");
                text.AppendJoin(", ", Enumerable.Range(0, numbers.Units(l - 1)).Select(k => $"w from {k} = {InWords.Number(numbers.Weight(l, j, k))} (∂J/∂w = {InWords.Number(numbers.Gradient(l, j, k))})"));
            }
        return text.ToString();
    }
}
