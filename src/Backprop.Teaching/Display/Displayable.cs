namespace Backprop.Teaching;

/// <summary>The base of everything in this library that can be a cell's last line: one tree, written as HTML and as text.</summary>
[TypeFormatterSource(typeof(DisplayableFormatterSource))]
public abstract class Displayable : IDisplayable, IHasView
{
    private protected Displayable() { }

    /// <inheritdoc/>
    public virtual MimeBundle ToMimeBundle() => DisplayForms.Bundle(this);

    /// <inheritdoc/>
    public string ToHtml() => ToHtml(NumberFormat.Default);

    /// <summary>This value as an HTML fragment, numbers in a stated format.</summary>
    /// <param name="numbers">How numbers are printed.</param>
    /// <returns>A self-contained fragment; the full number is in the <c>title</c> of each printed one.</returns>
    public string ToHtml(NumberFormat numbers) => DisplayForms.Html(this, numbers);

    /// <summary>This value as plain text, four significant digits.</summary>
    /// <returns>Lines that end in <c>\n</c> but for the last.</returns>
    public string ToText() => ToText(NumberFormat.Default);

    /// <summary>This value as plain text, numbers in a stated format.</summary>
    /// <param name="numbers">How numbers are printed.</param>
    /// <returns>Lines that end in <c>\n</c> but for the last.</returns>
    public string ToText(NumberFormat numbers) => DisplayForms.Text(this, numbers);

    /// <summary>The same as <see cref="ToText()"/>.</summary>
    /// <returns>Plain text.</returns>
    public override string ToString() => ToText();

    internal abstract DisplayNode View();

    DisplayNode IHasView.View() => View();
}
