using System.CommandLine;
using Backprop.Teaching.Notebooks;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop start</c>: from nothing to the first lesson.</summary>
static class StartCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new CommandWithExamples("start", "Install the kernel, try it, lay out the lessons, run the first one as a proof, make the pages of all, and say which file to open and how.", "");
        command.SetAction(_ => Exit.Guard(Start));
        return command;
    }

    static int Start()
    {
        var kernel = KernelInstallation.Install(null, KernelSpec.DefaultName);
        Console.WriteLine($"1. The kernel '{KernelSpec.DefaultDisplayName}' is installed: {kernel.File}");
        var lessons = Lessons.All();
        var stamp = StartStamp.Of(kernel, lessons);
        var before = stamp.Holds ? " (tried before; nothing has changed since)" : "";
        if (!stamp.Holds && KernelCheck.Run(kernel) is { } trouble) return Fails(trouble);

        Console.WriteLine($"2. It starts and runs a cell{before}.");
        if (lessons.Count == 0)
        {
            Console.WriteLine("3. There is no lesson here yet; the kernel is ready for notebooks of your own.");
            Console.WriteLine();
            Console.Write(HowToOpen("a new notebook, for example first.ipynb"));
            return Exit.Fine;
        }

        var lesson = lessons[0];
        if (!stamp.Holds && RunProgress.Show(Path.GetFileName(lesson), new NotebookRunOptions(), options => NotebookRunner.Run(lesson, options)).Problems is { Count: > 0 } problems)
            return Fails($"{lesson}: {string.Join("\n  ", problems.Prepend("it does not run as it should:"))}");
        Console.WriteLine($"3. The first lesson runs from top to bottom{before}.");

        var mine = LessonFolder.LayOut(Lessons.Folder()!, Path.Combine(Lessons.Home, Lessons.DefaultTarget), LessonEdition.Student);
        var first = mine.First(file => Path.GetFileName(file.Path) == Path.GetFileName(lesson)).Path;
        var kept = mine.Count(file => file.State == LaidOutState.Kept);
        Console.WriteLine($"4. The lessons to work in: {Path.GetDirectoryName(first)}{(kept == 0 ? "" : $" ({kept} of yours kept as they are)")}");

        var index = Path.Combine(Lessons.Home, PageCommand.DefaultFolder, "index.html");
        if (!stamp.Holds || !File.Exists(index)) index = MakePages(lessons);
        Console.WriteLine($"5. The lessons as pages, to read and to present offline: {index}");
        PageCommand.SayWhatIsMissing();
        stamp.Write();

        Console.WriteLine();
        Console.Write(HowToOpen(first));
        return Exit.Fine;
    }

    // from the outputs that the lessons carry; in a clone git ignores the folder
    static string MakePages(IReadOnlyList<string> lessons) =>
        NotebookPages.Save([.. lessons.Select(file => (Path.GetFileNameWithoutExtension(file), LessonFolder.Read(file, $"../{Lessons.DefaultTarget}/")))], Path.Combine(Lessons.Home, PageCommand.DefaultFolder))[^1];

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
