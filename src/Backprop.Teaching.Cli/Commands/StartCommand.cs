using System.CommandLine;
using Backprop.Teaching.Notebooks;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop start</c>: from nothing to the first lesson.</summary>
static class StartCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("start", "Installs the kernel, tries it, and says which file to open and how.\nExample: backprop start");
        command.SetAction(_ => Start());
        return command;
    }

    static int Start()
    {
        var kernel = KernelInstallation.Install(null, KernelSpec.DefaultName);
        Console.WriteLine($"1. The kernel '{KernelSpec.DefaultDisplayName}' is installed: {kernel.File}");
        if (KernelCheck.Run(kernel) is { } trouble)
        {
            Console.Error.WriteLine(trouble);
            return Exit.CheckFailed;
        }

        Console.WriteLine("2. It starts and runs a cell.");
        var lesson = Lessons.First();
        Console.WriteLine(lesson is null
            ? "3. There is no lesson here yet; the kernel is ready for notebooks of your own."
            : $"3. The first lesson: {lesson}");
        Console.WriteLine();
        Console.Write(HowToOpen(lesson ?? "a new notebook, for example first.ipynb"));
        return Exit.Fine;
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
