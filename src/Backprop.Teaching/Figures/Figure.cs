using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Backprop.Teaching;

/// <summary>
/// One picture, described once and drawn twice from the same description: as a static SVG, and as Plotly traces and layout.
/// Immutable.
/// </summary>
/// <remarks>
/// In a notebook it offers <c>application/vnd.plotly.v1+json</c>, <c>text/html</c> with the SVG (no script, nothing from outside,
/// legible on light and on dark) and <c>text/plain</c> with the alt text.
/// </remarks>
public sealed class Figure : Displayable
{
    /// <summary><c>application/vnd.plotly.v1+json</c></summary>
    public const string PlotlyMimeType = "application/vnd.plotly.v1+json";

    readonly Lazy<string> plotly;
    readonly Lazy<string> svg;

    /// <summary>A figure of one or more panels.</summary>
    /// <param name="title">What the figure is about.</param>
    /// <param name="altText">What is to be seen, in numbers, for those who do not see it.</param>
    /// <param name="panels">Its axes with what is drawn on them, from left to right.</param>
    /// <exception cref="ArgumentException">The title or the alt text is empty, or there is no panel.</exception>
    public Figure(string title, string altText, params ImmutableArray<FigurePanel> panels)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(altText);
        if (panels.IsDefaultOrEmpty) throw new ArgumentException("panels: found none, expected at least one", nameof(panels));
        Title = title;
        AltText = altText;
        Panels = panels;
        plotly = new(() => PlotlyWriter.Write(this));
        svg = new(() => SvgWriter.Write(this));
    }

    /// <summary>What the figure is about.</summary>
    public string Title { get; }

    /// <summary>What is to be seen, in numbers.</summary>
    public string AltText { get; }

    /// <summary>Its axes with what is drawn on them.</summary>
    public ImmutableArray<FigurePanel> Panels { get; }

    // the same content gives the same id on every machine, another content another
    internal string Id => "f" + Hash(ToPlotlyJson());

    /// <summary>The figure as Plotly knows it: <c>{"data": […], "layout": {…}}</c>, valid for plotly.js 3 and 4.</summary>
    /// <returns>A JSON text, ASCII only; everything that comes from data is escaped for Plotly's own markup too.</returns>
    public string ToPlotlyJson() => plotly.Value;

    /// <summary>The figure as a self-contained static SVG: no script, no fixed background, text and axes in the colour around it.</summary>
    /// <returns>An <c>&lt;svg role="img"&gt;</c> whose first child is its title, the second its description.</returns>
    public string ToSvg() => svg.Value;

    /// <inheritdoc/>
    public override MimeBundle ToMimeBundle() => base.ToMimeBundle().With(PlotlyMimeType, ToPlotlyJson());

    internal static string Hash(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..10];

    internal override DisplayNode View() => new WrittenNode(AltText, ToSvg());
}
