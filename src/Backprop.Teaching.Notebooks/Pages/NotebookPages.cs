using System.Text;

namespace Backprop.Teaching.Notebooks;

/// <summary>Writes notebooks as pages into one folder, each linked with its neighbours, and an index page over all.</summary>
public static class NotebookPages
{
    const string Index = "index";

    /// <summary>The libraries that this build could not bring: without <c>plotly</c> figures are still, without <c>katex</c> formulas of Markdown are LaTeX source.</summary>
    public static IReadOnlyList<string> MissingLibraries => PageAssets.Missing;

    /// <summary>Writes <c>FOLDER/NAME.html</c> for each notebook and, where there are several, <c>FOLDER/index.html</c>. Each file is written whole or not at all.</summary>
    /// <param name="notebooks">The notebooks in their order, each with its name without ending.</param>
    /// <param name="folder">The folder; it is made if it is missing.</param>
    /// <param name="sharedAssets">Whether plotly.js and KaTeX lie once in <c>FOLDER/assets</c> and not in each page.</param>
    /// <returns>The paths of the pages, in order; the index, if there is one, is the last.</returns>
    /// <exception cref="InvalidDataException">Two notebooks have the same name, or one is called index where there is an index.</exception>
    /// <exception cref="IOException">A file cannot be written; an older one is unchanged.</exception>
    public static IReadOnlyList<string> Save(IReadOnlyList<(string Name, Notebook Notebook)> notebooks, string folder, bool sharedAssets = false)
    {
        ArgumentNullException.ThrowIfNull(notebooks);
        ArgumentNullException.ThrowIfNull(folder);
        var isSet = notebooks.Count > 1;
        CheckNames([.. notebooks.Select(each => each.Name)], isSet);
        Directory.CreateDirectory(folder);
        if (sharedAssets) foreach (var library in PageAssets.Libraries.Where(PageAssets.Has)) Save(Path.Combine(folder, PageAssets.SharedFolder), library + ".js", PageAssets.Read(library));
        var summaries = notebooks.Select(each => LessonSummary.Of(each.Notebook, each.Name)).ToList();
        var links = notebooks.Select((each, i) => new PageLink(Uri.EscapeDataString(each.Name) + ".html", summaries[i].TitleHtml)).ToList();
        var paths = notebooks.Select((each, i) => Save(folder, each.Name + ".html",
            NotebookPage.Write(each.Notebook, each.Name, isSet ? new(Index + ".html", links.ElementAtOrDefault(i - 1), links.ElementAtOrDefault(i + 1)) : PageLinks.None, sharedAssets))).ToList();
        if (isSet) paths.Add(Save(folder, Index + ".html", IndexPage.Write(links, summaries, sharedAssets)));
        return paths;
    }

    static void CheckNames(IReadOnlyList<string> names, bool isSet)
    {
        if (names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } same)
            throw new InvalidDataException($"{same.Key}.ipynb: found twice, expected notebooks of different names for one folder of pages.");
        if (isSet && names.Contains(Index, StringComparer.OrdinalIgnoreCase))
            throw new InvalidDataException($"{Index}.ipynb: its page would be {Index}.html, expected another name, since that is the page over all notebooks.");
    }

    static string Save(string folder, string file, string content)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, file);
        var temporary = Path.Combine(folder, "." + file + ".saving");
        File.WriteAllText(temporary, content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(temporary, path, overwrite: true);
        return path;
    }
}
