using System.CommandLine;
using Backprop.Teaching.Notebooks;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop lessons</c>: the lessons in a folder to work in.</summary>
static class LessonsCommand
{
    static readonly string[] Hosts = [.. Enum.GetNames<NotebookHost>().Select(name => name.ToLowerInvariant())];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var folder = new Argument<string?>("DIR")
        {
            Description = $"The folder to work in; {Lessons.DefaultTarget} if nothing is said.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        folder.Validators.Add(CommandOptions.RefuseOptions);
        var instructor = new Option<bool>("--instructor") { Description = "With solutions and outputs, instead of the students' edition without either." };
        var host = new Option<string>("--host")
        {
            Description = "The program that opens them: backprop (the kernel of this program, in Jupyter or VS Code), polyglot (.NET Interactive) or verso.",
            HelpName = "HOST",
            DefaultValueFactory = _ => Hosts[0],
        };
        CommandOptions.Accept(host, Hosts);
        var command = new CommandWithExamples(
            "lessons", "Lay out the lessons to work in: solutions removed, outputs cleared. A file that you have changed is never overwritten.",
            "", "course/week-1", "projector --instructor", "polyglot-lessons --host polyglot") { folder, instructor, host };
        command.SetAction(parsed => Exit.Guard(() => LayOut(
            parsed.GetValue(folder),
            parsed.GetValue(instructor) ? LessonEdition.Instructor : LessonEdition.Student,
            (NotebookHost)Array.IndexOf(Hosts, parsed.GetRequiredValue(host)))));
        return command;
    }

    static int LayOut(string? folder, LessonEdition edition, NotebookHost host)
    {
        var source = Lessons.Folder()
            ?? throw new FileNotFoundException($"{Environment.CurrentDirectory}: found no folder notebooks with lessons here or above, expected to be run in a clone of Backprop.Teaching, or as the installed tool.");
        var target = folder ?? Path.Combine(Lessons.Home, Lessons.DefaultTarget);
        OutputFolder.Expect(target);
        var files = LessonFolder.LayOut(source, target, edition, host);
        Console.WriteLine($"{folder ?? Path.GetRelativePath(Environment.CurrentDirectory, target)}: the {(edition == LessonEdition.Student ? "student" : "instructor")} edition");
        var width = files.Max(file => Path.GetFileName(file.Path).Length);
        foreach (var file in files) Console.WriteLine($"  {Path.GetFileName(file.Path).PadRight(width)}  {Words(file.State)}");
        if (files.Any(file => file.State == LaidOutState.Kept)) Console.WriteLine("To get a kept lesson as it is now, rename or delete yours and run this again.");
        if (host != NotebookHost.Backprop) Console.WriteLine($"Their first cell takes the library from {Path.GetFullPath(Path.Combine(target, "packages"))}: lay them out anew if you move the folder.");
        return Exit.Fine;
    }

    static string Words(LaidOutState state) => state switch
    {
        LaidOutState.New => "new",
        LaidOutState.Updated => "updated",
        LaidOutState.Same => "as it was",
        _ => "kept: it has been changed",
    };
}
