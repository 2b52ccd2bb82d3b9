using System.CommandLine;
using Backprop.Teaching.Notebooks;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop start</c>: from nothing to the first lesson.</summary>
static class StartCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new CommandWithExamples("start", "Installs the kernel, tries it, runs the first lesson as a proof, makes the pages of all lessons, and says which file to open and how.", "");
        command.SetAction(_ => Exit.Guard(Start));
        return command;
    }

    static int Start()
    {
        var kernel = KernelInstallation.Install(null, KernelSpec.DefaultName);
        Console.WriteLine($"1. The kernel '{KernelSpec.DefaultDisplayName}' is installed: {kernel.File}");
        if (KernelCheck.Run(kernel) is { } trouble) return Fails(trouble);

        Console.WriteLine("2. It starts and runs a cell.");
        var lessons = Lessons.All();
        var lesson = lessons.Count > 0 ? lessons[0] : null;
        if (lesson is null)
        {
            Console.WriteLine("3. There is no lesson here yet; the kernel is ready for notebooks of your own.");
        }
        else
        {
            var problems = RunProgress.Show(Path.GetFileName(lesson), new NotebookRunOptions(), options => NotebookRunner.Run(lesson, options)).Problems;
            if (problems.Count > 0) return Fails($"{lesson}: {string.Join("\n  ", problems.Prepend("it does not run as it should:"))}");
            Console.WriteLine("3. The first lesson runs from top to bottom.");
            Console.WriteLine($"4. The lessons as pages, to read and to present offline: {MakePages(lessons)}");
            PageCommand.SayWhatIsMissing();
        }

        Console.WriteLine();
        Console.Write(HowToOpen(lesson ?? "a new notebook, for example first.ipynb"));
        return Exit.Fine;
    }

    // from the outputs that the lessons carry, into a folder beside them that git ignores
    static string MakePages(IReadOnlyList<string> lessons)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(lessons[0]))!, PageCommand.DefaultFolder);
        return NotebookPages.Save([.. lessons.Select(PageCommand.Read)], folder)[^1];
    }

    static int Fails(string reason)
    {
        Console.Error.WriteLine(reason);
        return Exit.CheckFailed;
    }

    static string HowToOpen(string file) => $$"""
        Open {{file}}

        In VS Code
          Extension: Jupyter (ms-toolsai.jupyter). Nothing else is needed; when VS Code recommends
          ".NET Interactive Notebooks", choose "Don't show again".
          Kernel: "Select Kernel" > "Jupyter Kernel..." > "{{KernelSpec.DefaultDisplayName}}". If it is not listed, "Developer: Reload Window".
          Completion of C# is off until your user settings (not the workspace's) say
            "jupyter.completionTriggerCharacters": { "csharp": ["."] }
          For a projector
            "notebook.markup.fontSize": 22,
            "notebook.output.fontSize": 20,
            "editor.fontSize": 20

        In Jupyter
          jupyter notebook, or jupyter lab; open the file there. The kernel is "{{KernelSpec.DefaultDisplayName}}".

        """;
}
