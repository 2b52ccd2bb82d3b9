using System.Text;

namespace Backprop.Teaching.Notebooks;

/// <summary>What a page is made with: our style and script, and, where the build could bring them, plotly.js and KaTeX.</summary>
static class PageAssets
{
    /// <summary>The folder of <c>--shared-assets</c>, beside the pages.</summary>
    public const string SharedFolder = "assets";

    /// <summary>plotly.js.</summary>
    public const string Plotly = "plotly";

    /// <summary>KaTeX.</summary>
    public const string Katex = "katex";

    /// <summary>The names of the libraries.</summary>
    public static IReadOnlyList<string> Libraries { get; } = [Plotly, Katex];

    public static string Style => Embedded("page.css");

    public static string Script => Embedded("page.js");

    /// <summary>The libraries that this build has not.</summary>
    public static IReadOnlyList<string> Missing => [.. Libraries.Where(name => !Has(name))];

    /// <summary>Whether this build has a library.</summary>
    public static bool Has(string name) => File.Exists(FileOf(name));

    /// <summary>The text of a library with its licence in front, as a script element can hold it.</summary>
    public static string Read(string name)
    {
        var licence = FileOf(name) + ".LICENSE.txt";
        var head = File.Exists(licence) ? "/*!\n" + File.ReadAllText(licence).Trim().Replace("*/", "* /", StringComparison.Ordinal) + "\n*/\n" : "";
        return head + File.ReadAllText(FileOf(name)).Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase).Replace("<!--", "<\\!--", StringComparison.Ordinal);
    }

    static string FileOf(string name) => Path.Combine(AppContext.BaseDirectory, SharedFolder, name + ".js");

    static string Embedded(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
