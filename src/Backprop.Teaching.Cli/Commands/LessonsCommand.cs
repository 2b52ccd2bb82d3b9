using System.CommandLine;
using Backprop.Teaching.Notebooks;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop lessons</c>: the lessons in a folder to work in.</summary>
static class LessonsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var folder = new Argument<string?>("DIR")
        {
            Description = $"The folder to work in; {Lessons.DefaultTarget}, beside notebooks, if nothing is said.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        folder.Validators.Add(CommandOptions.RefuseOptions);
        var instructor = new Option<bool>("--instructor") { Description = "With solutions and outputs, instead of the students' edition without either." };
        var command = new CommandWithExamples(
            "lessons", "Lays out the lessons to work in: solutions removed, outputs cleared. A file that you have changed is never overwritten.",
            "", "course/week-1", "projector --instructor") { folder, instructor };
        command.SetAction(parsed => Exit.Guard(() => LayOut(parsed.GetValue(folder), parsed.GetValue(instructor) ? LessonEdition.Instructor : LessonEdition.Student)));
        return command;
    }

    static int LayOut(string? folder, LessonEdition edition)
    {
        var source = Lessons.Folder()
            ?? throw new FileNotFoundException($"{Environment.CurrentDirectory}: found no folder notebooks with lessons here or above, expected to be run in a clone of Backprop.Teaching.");
        var target = folder ?? Path.Combine(Path.GetDirectoryName(source)!, Lessons.DefaultTarget);
        var files = LessonFolder.LayOut(source, target, edition);
        Console.WriteLine($"{folder ?? Path.GetRelativePath(Environment.CurrentDirectory, target)}: the {(edition == LessonEdition.Student ? "student" : "instructor")} edition");
        var width = files.Max(file => Path.GetFileName(file.Path).Length);
        foreach (var file in files) Console.WriteLine($"  {Path.GetFileName(file.Path).PadRight(width)}  {Words(file.State)}");
        if (files.Any(file => file.State == LaidOutState.Kept)) Console.WriteLine("To get a kept lesson as it is now, rename or delete yours and run this again.");
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
