using System.Globalization;
using System.Xml.Linq;

namespace Backprop.Teaching;

/// <summary>The few elements that every drawing here is made of; the XML writer escapes what they hold.</summary>
static class Svg
{
    public static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    /// <summary>A coordinate, two decimals at most.</summary>
    public static string F(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture) is "-0" ? "0" : Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    public static XElement Element(string name, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        var element = new XElement(Space + name);
        foreach (var (key, value) in attributes) element.SetAttributeValue(key, value is double number ? F(number) : value);
        return element;
    }

    public static XElement Text(double x, double y, string text, string anchor = "start", double size = 12)
    {
        var element = Element("text", ("x", x), ("y", y), ("font-size", size), ("fill", "currentColor"));
        if (anchor != "start") element.SetAttributeValue("text-anchor", anchor);
        element.Add(Clean(text));
        return element;
    }

    public static XElement Line(double x1, double y1, double x2, double y2, string stroke = "currentColor", double width = 1) =>
        Element("line", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", stroke), ("stroke-width", width));

    /// <summary>The text that a pointer over the element shows.</summary>
    public static XElement Titled(this XElement element, string text)
    {
        if (text.Length > 0) element.AddFirst(new XElement(Space + "title", Clean(text)));
        return element;
    }

    /// <summary>The root: title first, then description.</summary>
    public static XElement Root(string id, string title, string description, double width, double height)
    {
        var root = Element("svg", ("role", "img"), ("aria-labelledby", $"{id}-t {id}-d"), ("width", Math.Ceiling(width)), ("height", Math.Ceiling(height)),
            ("viewBox", $"0 0 {F(Math.Ceiling(width))} {F(Math.Ceiling(height))}"), ("font-family", "system-ui, sans-serif"), ("style", "max-width:100%;height:auto;color:inherit;background:transparent"));
        root.Add(new XElement(Space + "title", new XAttribute("id", id + "-t"), Clean(title)), new XElement(Space + "desc", new XAttribute("id", id + "-d"), Clean(description)));
        return root;
    }

    public static XElement Marker(string symbol, double x, double y, string color, double r = 4.5)
    {
        if (symbol == "circle") return Element("circle", ("cx", x), ("cy", y), ("r", r), ("fill", color));
        var path = symbol switch
        {
            "square" => $"M{F(x - r)} {F(y - r)}H{F(x + r)}V{F(y + r)}H{F(x - r)}Z",
            "diamond" => $"M{F(x)} {F(y - (1.3 * r))}L{F(x + (1.3 * r))} {F(y)}L{F(x)} {F(y + (1.3 * r))}L{F(x - (1.3 * r))} {F(y)}Z",
            "triangle-up" => $"M{F(x)} {F(y - (1.2 * r))}L{F(x + (1.1 * r))} {F(y + (0.8 * r))}H{F(x - (1.1 * r))}Z",
            "triangle-down" => $"M{F(x)} {F(y + (1.2 * r))}L{F(x + (1.1 * r))} {F(y - (0.8 * r))}H{F(x - (1.1 * r))}Z",
            _ => null,
        };
        return path is not null
            ? Element("path", ("d", path), ("fill", color))
            : Element("path", ("d", $"M{F(x - r)} {F(y - r)}L{F(x + r)} {F(y + r)}M{F(x - r)} {F(y + r)}L{F(x + r)} {F(y - r)}"), ("stroke", color), ("stroke-width", 2.5), ("fill", "none"));
    }

    // what XML cannot hold at all
    static string Clean(string text) => text.All(System.Xml.XmlConvert.IsXmlChar) ? text : string.Concat(text.Select(c => System.Xml.XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));
}
