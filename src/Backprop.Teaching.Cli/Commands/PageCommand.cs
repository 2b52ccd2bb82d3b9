using System.CommandLine;
using Backprop.Teaching.Notebooks;

namespace Backprop.Teaching.Cli;

/// <summary><c>page FILE…</c>: notebooks with the outputs that they carry as pages, without running them.</summary>
static class PageCommand
{
    public const string DefaultFolder = "pages";

    public static Command Create()
    {
        var files = NotebookFiles.Argument("The .ipynb files, in the order in which their pages follow one another.");
        var folder = new Option<string>("--out") { Description = "Write the pages into DIR; 'pages' if nothing is said.", HelpName = "DIR", DefaultValueFactory = _ => DefaultFolder };
        var shared = SharedAssets();
        var command = new CommandWithExamples(
            "page",
            "Turn notebooks, with the outputs that they carry, into pages that work offline: to read, to print, and to present with the key p. Several have an index.",
            "notebooks/01-chain-of-single-neurons.ipynb",
            "notebooks/*.ipynb --out pages --shared-assets") { files, folder, shared };
        command.SetAction(parsed => Exit.Guard(() =>
        {
            var notebooks = new List<(string, Notebook)>();
            // nothing is written unless all can be
            var code = Exit.ForEach(parsed.GetValue(files)!, file =>
            {
                notebooks.Add(Read(file));
                return Exit.Fine;
            });
            if (code == Exit.Fine) Write(notebooks, parsed.GetValue(folder)!, parsed.GetValue(shared));
            return code;
        }));
        return command;
    }

    public static Option<bool> SharedAssets() => new("--shared-assets") { Description = "Put plotly.js and KaTeX once into DIR/assets instead of into each page." };

    /// <summary>A notebook under the name of its page.</summary>
    /// <exception cref="InvalidInputException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no notebook.</exception>
    public static (string Name, Notebook Notebook) Read(string file)
    {
        NotebookFiles.Expect(file);
        return (Path.GetFileNameWithoutExtension(file), Notebook.Read(file));
    }

    /// <summary>Writes the pages and prints where they are.</summary>
    public static void Write(IReadOnlyList<(string Name, Notebook Notebook)> notebooks, string folder, bool sharedAssets)
    {
        OutputFolder.Expect(folder);
        foreach (var path in NotebookPages.Save(notebooks, folder, sharedAssets)) Console.WriteLine(path);
        SayWhatIsMissing();
    }

    /// <summary>Says what the pages of this build have to do without.</summary>
    public static void SayWhatIsMissing()
    {
        if (NotebookPages.MissingLibraries is not { Count: > 0 } missing) return;
        Console.Error.WriteLine($"These pages are without {string.Join(" and ", missing.Select(name => name == "plotly" ? "plotly.js (figures are still)" : "KaTeX (formulas of Markdown are LaTeX source)"))}: the build could not bring it from npm. Build again where npm is there.");
    }
}
