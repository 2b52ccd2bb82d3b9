using System.Globalization;

namespace Backprop.Teaching.Notebooks;

/// <summary>Finds the forms in which a value is shown.</summary>
static class ValueFormatter
{
    /// <summary>The forms of any value. What a value's own display throws becomes a text that says so.</summary>
    public static MimeBundle Format(object? value)
    {
        try
        {
            return value switch
            {
                null => MimeBundle.OfText("null"),
                MimeBundle bundle => bundle,
                // looking inside would wait for its result
                Task task => MimeBundle.OfText($"a task ({task.Status}); write await before it to see its result"),
                _ => Displayables.For(value)?.ToMimeBundle() ?? Foreign(value),
            };
        }
        catch (Exception error) when (error is not (ThreadInterruptedException or OperationCanceledException))
        {
            return MimeBundle.OfText($"{value!.GetType().Name}, whose display failed: {error.GetType().Name}: {error.Message}");
        }
    }

    static MimeBundle Foreign(object value)
    {
        // the formatting library takes a while to start and says the same of these, as long as no cell has told it otherwise
        if (!InteractiveFormatting.IsLoaded && value is string or int or long or double or float or bool)
            return MimeBundle.OfText(Convert.ToString(value, CultureInfo.InvariantCulture)!);
        var bundle = MimeBundle.OfText(Text(value));
        foreach (var mimeType in InteractiveFormatting.PreferredMimeTypes(value.GetType()))
        {
            if (mimeType == MimeBundle.PlainText) continue;
            // its style sheet was saved on Windows
            var content = InteractiveFormatting.Write(value, mimeType).ReplaceLineEndings("\n");
            // a number or a text in a box of its own says no more than the text alone
            if (mimeType == MimeBundle.Html && content.StartsWith("<div class=\"dni-plaintext\"><pre>", StringComparison.Ordinal)) continue;
            bundle = bundle.With(mimeType, content);
        }
        return bundle;
    }

    static string Text(object value) => value switch
    {
        string text => text,
        double or float => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => InteractiveFormatting.Write(value, MimeBundle.PlainText),
    };
}
