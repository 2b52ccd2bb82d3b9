namespace Backprop.Teaching;

/// <summary>The forms of a display tree, for records.</summary>
static class DisplayForms
{
    public static string Text(IHasView value, NumberFormat? numbers = null) => new DisplayTextWriter(numbers ?? NumberFormat.Default).Write(value.View());

    public static string Html(IHasView value, NumberFormat? numbers = null) => new DisplayHtmlWriter(numbers ?? NumberFormat.Default).Write(value.View());

    public static MimeBundle Bundle(IHasView value) => MimeBundle.OfText(Text(value)).With(MimeBundle.Html, Html(value));
}
