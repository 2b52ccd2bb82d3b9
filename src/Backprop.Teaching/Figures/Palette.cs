using System.Globalization;

namespace Backprop.Teaching;

/// <summary>Colours that are told apart on light and on dark, and by people who see fewer of them; each series has a dash and a marker too.</summary>
static class Palette
{
    // contrast of at least 3 against white and against #1e1e1e
    static readonly string[] Colors = ["#2f86c9", "#d1690e", "#229678", "#b95aa0", "#7f7fd5", "#8c7a3d"];
    static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot", "longdash", "solid"];
    static readonly string[] Symbols = ["circle", "square", "diamond", "triangle-up", "x", "triangle-down"];

    // negative blue, zero pale, positive orange
    static readonly (double At, int R, int G, int B)[] Diverging = [(-1, 0x1f, 0x5f, 0xa8), (-0.5, 0x8f, 0xb8, 0xde), (0, 0xf2, 0xf2, 0xf2), (0.5, 0xf2, 0xb8, 0x80), (1, 0xb3, 0x58, 0x06)];

    /// <summary>Grey for what cannot inherit a colour: 4 : 1 against white and against black.</summary>
    public const string Neutral = "#808080";

    /// <summary>For marks on cells, which are pale on every background.</summary>
    public const string OnCells = "#111111";

    public static string Series(int i) => Colors[i % Colors.Length];

    public static string Dash(int i) => Dashes[i % Dashes.Length];

    public static string DashArray(int i) => Dash(i) switch { "dash" => "9 4", "dot" => "2 3", "dashdot" => "9 3 2 3", "longdash" => "14 4", _ => "none" };

    public static string Symbol(int i) => Symbols[i % Symbols.Length];

    public static string OfSign(double value) => value > 0 ? Colors[1] : value < 0 ? Colors[0] : Neutral;

    public static IEnumerable<(double At, string Color)> DivergingStops => Diverging.Select(stop => ((stop.At + 1) / 2, Hex(stop.R, stop.G, stop.B)));

    /// <summary>The colour of a number from −1 to 1.</summary>
    public static string OnScale(double value)
    {
        var (r, g, b) = Mix(value);
        return Hex(r, g, b);
    }

    /// <summary>Black or white, whichever is read better on the colour of a number from −1 to 1.</summary>
    public static string TextOn(double value)
    {
        var (r, g, b) = Mix(value);
        return (0.299 * r) + (0.587 * g) + (0.114 * b) > 140 ? "#111111" : "#ffffff";
    }

    static (int R, int G, int B) Mix(double value)
    {
        value = double.IsNaN(value) ? 0 : Math.Clamp(value, -1, 1);
        var i = 1;
        while (i < Diverging.Length - 1 && value > Diverging[i].At) i++;
        var (low, high) = (Diverging[i - 1], Diverging[i]);
        var t = (value - low.At) / (high.At - low.At);
        return (Between(low.R, high.R, t), Between(low.G, high.G, t), Between(low.B, high.B, t));
    }

    static int Between(int from, int to, double t) => (int)Math.Round(from + ((to - from) * t));

    static string Hex(int r, int g, int b) => string.Create(CultureInfo.InvariantCulture, $"#{r:x2}{g:x2}{b:x2}");
}
