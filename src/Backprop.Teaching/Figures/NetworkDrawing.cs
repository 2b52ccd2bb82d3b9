using System.Xml.Linq;

namespace Backprop.Teaching;

/// <summary>Draws a network: columns of units, each edge twice, solid for w and dashed for ∂J/∂w. What a step adds has its class s0, s1, ….</summary>
sealed class NetworkDrawing(string id, DiagramNumbers numbers, DiagramMarks marks, string title, string description)
{
    const int MostUnits = 8, MostLabelled = 5;
    const double Box = 106, Tall = 62, Spacing = 84, Top = 78, Left = 16, Letter = 6.6;

    static readonly QuantityKind[] OfGradient = [QuantityKind.WeightGradient, QuantityKind.WeightGradientMean, QuantityKind.TotalWeightGradient];

    readonly int layers = numbers.LayerCount;
    // where each column begins, and where the drawing ends: as narrow as the labels allow, so that the type is large on a given screen
    readonly double[] columns = Columns(numbers, marks);
    readonly double rows = Enumerable.Range(0, numbers.LayerCount + 1).Max(l => Math.Min(numbers.Units(l), MostUnits));

    public string Write()
    {
        var root = Svg.Root(id, title, description, X(layers) + Box + 120, Top + (rows * Spacing) + 8);
        var heading = Svg.Text(14, 24, title, size: 16);
        heading.SetAttributeValue("font-weight", "600");
        root.Add(heading, Svg.Text(14, 44, "solid: w · dashed: ∂J/∂w · wider: larger · orange +, blue −", size: 11));
        for (var l = 1; l <= layers; l++) Edges(root, l);
        for (var l = 0; l <= layers; l++) Column(root, l);
        Loss(root);
        return root.ToString(SaveOptions.DisableFormatting);
    }

    int Forward(int l) => l;

    int Backward(int l) => (2 * layers) + 2 - l;

    int Shown(int l) => Math.Min(numbers.Units(l), MostUnits);

    double X(int l) => columns[l];

    // every column is centred
    double Y(int l, int j) => Top + ((rows - Shown(l)) * Spacing / 2) + (j * Spacing) + (Spacing / 2);

    static XElement At(int step, XElement element)
    {
        element.SetAttributeValue("class", "s" + InWords.Plain(step));
        return element;
    }

    void Column(XElement root, int l)
    {
        root.Add(At(Forward(l), Svg.Text(X(l) + (Box / 2), 66, l == 0 ? "input" : $"layer {l}, {numbers.Trace.Network.Layer(l).Activation.Name}", "middle", 11)));
        for (var j = 0; j < Shown(l); j++) Unit(root, l, j);
        if (numbers.Units(l) > MostUnits) root.Add(At(Forward(l), Svg.Text(X(l) + (Box / 2), Y(l, MostUnits - 1) + (Tall / 2) + 13, $"⋮ {numbers.Units(l) - MostUnits} more", "middle", 11)));
    }

    void Unit(XElement root, int l, int j)
    {
        DiagramMark? z = marks.Of(l, j, null, QuantityKind.PreActivation, QuantityKind.Biases), a = l == 0 ? marks.Of(0, j, null, QuantityKind.Input) : marks.Of(l, j, null, QuantityKind.Activation);
        var delta = marks.Of(l, j, null, QuantityKind.Delta, QuantityKind.ActivationGradient, QuantityKind.ActivationDerivative, QuantityKind.BiasGradient, QuantityKind.TotalBiasGradient);
        var y = Y(l, j);
        var frame = Svg.Element("rect", ("x", X(l)), ("y", y - (Tall / 2)), ("width", Box), ("height", Tall), ("rx", 9), ("fill", Palette.Neutral), ("fill-opacity", 0.1), ("stroke", "currentColor"), ("stroke-opacity", 0.6));
        if (DiagramMarks.Worst(z, a, delta) is { } mark)
        {
            frame.SetAttributeValue("stroke", DiagramMarks.Color(mark));
            frame.SetAttributeValue("stroke-opacity", "1");
            frame.SetAttributeValue("stroke-width", "3.5");
        }
        root.Add(At(Forward(l), frame.Titled(l == 0 ? $"x[{j}] = {InWords.Number(numbers.Input(j))}" : $"unit {j} of layer {l}: z = {InWords.Number(numbers.Z(l, j))}, a = {InWords.Number(numbers.A(l, j))}")));
        if (l == 0)
        {
            root.Add(At(0, Svg.Text(X(l) + 9, y + 4, $"x  {InWords.Number(numbers.Input(j))}{DiagramMarks.Glyph(a)}", size: 13)));
            return;
        }
        root.Add(At(Forward(l), Svg.Text(X(l) + 9, y - 14, $"z  {InWords.Signed(numbers.Z(l, j), 4)}{DiagramMarks.Glyph(z)}", size: 13)));
        root.Add(At(Forward(l), Svg.Text(X(l) + 9, y + 4, $"a  {InWords.Signed(numbers.A(l, j), 4)}{DiagramMarks.Glyph(a)}", size: 13)));
        root.Add(At(Backward(l), Svg.Text(X(l) + 9, y + 22, $"δ  {InWords.Signed(numbers.Delta(l, j), 4)}{DiagramMarks.Glyph(delta)}", size: 13)));
    }

    void Edges(XElement root, int l)
    {
        double mostW = 0, mostG = 0;
        for (var j = 0; j < Shown(l); j++)
            for (var k = 0; k < Shown(l - 1); k++)
            {
                mostW = Math.Max(mostW, Math.Abs(numbers.Weight(l, j, k)));
                // NaN is not greater than any number
                if (Math.Abs(numbers.Gradient(l, j, k)) > mostG) mostG = Math.Abs(numbers.Gradient(l, j, k));
            }
        for (var k = 0; k < Shown(l - 1); k++)
            for (var j = 0; j < Shown(l); j++) Edge(root, l, j, k, mostW, mostG);
        for (var k = 0; k < Shown(l - 1); k++)
            for (var j = 0; j < Shown(l); j++) Label(root, l, j, k);
    }

    void Edge(XElement root, int l, int j, int k, double mostW, double mostG)
    {
        var (w, g) = (numbers.Weight(l, j, k), numbers.Gradient(l, j, k));
        var onW = marks.Of(l, j, k, QuantityKind.Weights);
        var onG = marks.Of(l, j, k, OfGradient);
        var (x1, y1, x2, y2) = (X(l - 1) + Box, Y(l - 1, k), X(l), Y(l, j));
        if (DiagramMarks.Worst(onW, onG) is { } mark) root.Add(At(Forward(l), Halo(Svg.Line(x1, y1, x2, y2, DiagramMarks.Color(mark), 13))));
        root.Add(At(Forward(l), Soft(Svg.Line(x1, y1 - 2.5, x2, y2 - 2.5, Palette.OfSign(w), Width(w, mostW))).Titled($"W[{l}][{j},{k}] = {InWords.Number(w)}")));
        var dashed = Soft(Svg.Line(x1, y1 + 3.5, x2, y2 + 3.5, Palette.OfSign(g), Width(g, mostG)));
        dashed.SetAttributeValue("stroke-dasharray", "6 4");
        root.Add(At(Backward(l), dashed.Titled($"∂J/∂W[{l}][{j},{k}] = {InWords.Number(g)}")));
    }

    // over all edges of the layer, on a pale chip that is read on every background
    void Label(XElement root, int l, int j, int k)
    {
        var t = Share(Shown(l));
        var (x, y) = (X(l - 1) + Box + (t * (X(l) - X(l - 1) - Box)), Y(l - 1, k) + (t * (Y(l, j) - Y(l - 1, k))));
        if (Shown(l) > MostLabelled)
        {
            root.Add(At(Forward(l), Svg.Text(x, y - 2, numbers.Weight(l, j, k) < 0 ? "−" : "+", "middle", 10)));
            return;
        }
        Chip(root, Forward(l), x, y, OfWeight(numbers, marks, l, j, k), false);
        Chip(root, Backward(l), x, y, OfSlope(numbers, marks, l, j, k), true);
    }

    static void Chip(XElement root, int step, double x, double y, string text, bool toTheRight)
    {
        var width = WidthOf(text);
        root.Add(At(step, Svg.Element("rect", ("x", toTheRight ? x : x - width), ("y", y - 7.5), ("width", width - 1), ("height", 15), ("rx", 3), ("fill", Palette.OnScale(0)), ("fill-opacity", 0.9))));
        var label = Svg.Text(toTheRight ? x + 3 : x - 4, y + 4, text, toTheRight ? "start" : "end", 11.5);
        label.SetAttributeValue("fill", Palette.OnCells);
        root.Add(At(step, label));
    }

    void Loss(XElement root)
    {
        var x = X(layers) + Box + 14;
        for (var j = 0; j < Shown(layers); j++) root.Add(At(layers + 1, Svg.Text(x, Y(layers, j) + 4, $"y  {InWords.Number(numbers.Target(j))}", size: 13)));
        root.Add(At(layers + 1, Svg.Text(x, Y(layers, Shown(layers) - 1) + 28, $"loss  {InWords.Number(numbers.Loss)}", size: 13)));
    }

    // at this share of the way the labels of all edges are equally far apart
    static double Share(int units) => 1.0 / (units + 1);

    static double WidthOf(string label) => 6 + (Letter * label.Length);

    // room for the longest label on each side of the place where the two meet
    static double[] Columns(DiagramNumbers numbers, DiagramMarks marks)
    {
        var columns = new double[numbers.LayerCount + 1];
        columns[0] = Left;
        for (var l = 1; l < columns.Length; l++)
        {
            var (to, from) = (Math.Min(numbers.Units(l), MostUnits), Math.Min(numbers.Units(l - 1), MostUnits));
            var between = 200.0;
            if (to <= MostLabelled)
            {
                var edges = Enumerable.Range(0, to).SelectMany(j => Enumerable.Range(0, from).Select(k => (j, k))).ToList();
                var left = edges.Max(edge => WidthOf(OfWeight(numbers, marks, l, edge.j, edge.k)));
                var right = edges.Max(edge => WidthOf(OfSlope(numbers, marks, l, edge.j, edge.k)));
                between = Math.Max(left / Share(to), right / (1 - Share(to))) + 36;
            }
            columns[l] = columns[l - 1] + Box + between;
        }
        return columns;
    }

    static string OfWeight(DiagramNumbers numbers, DiagramMarks marks, int l, int j, int k) =>
        InWords.Signed(numbers.Weight(l, j, k), 3) + DiagramMarks.Glyph(marks.Of(l, j, k, QuantityKind.Weights));

    static string OfSlope(DiagramNumbers numbers, DiagramMarks marks, int l, int j, int k) =>
        "∂ " + InWords.Signed(numbers.Gradient(l, j, k), 3) + DiagramMarks.Glyph(marks.Of(l, j, k, OfGradient));

    static double Width(double value, double most) => most == 0 || double.IsNaN(value) ? 0.8 : 0.8 + (4 * Math.Abs(value) / most);

    static XElement Soft(XElement line)
    {
        line.SetAttributeValue("stroke-opacity", "0.75");
        return line;
    }

    static XElement Halo(XElement line)
    {
        line.SetAttributeValue("stroke-opacity", "0.35");
        return line;
    }
}
