using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop worksheet new</c>: a student sheet, a key, a mistake key and a certificate; or a set of them for a class.</summary>
static class WorksheetNewCommand
{
    public static Command Create()
    {
        var net = new Option<string>("--net") { Description = "The sizes, the inputs first: 2-4-2.", HelpName = "SIZES", Required = true };
        var activations = new Option<string[]>("--activations")
        {
            Description = "One for all layers, one for the hidden layers and one for the outputs, or one for each layer: sigmoid tanh relu identity softmax; sigmoid if nothing is said.",
            HelpName = "NAMES",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        var loss = new Option<string?>("--loss") { Description = "half_squared_error, cross_entropy or binary_cross_entropy; cross_entropy with softmax, otherwise half_squared_error if nothing is said.", HelpName = "LOSS" };
        loss.Validators.Add(RefuseUnknownLoss);
        var samples = CommandOptions.WholeNumber("--samples", "M", "How many samples, 1 to 6; 3 if nothing is said.", 1, 6);
        var lambda = CommandOptions.PositiveNumber("--lambda", "λ", "The weight decay; none if nothing is said.", "0.1");
        var rate = CommandOptions.PositiveNumber("--rate", "η", "The learning rate; 0.3 if nothing is said. ½ and 1 make mistakes look alike.", "0.3");
        var seed = CommandOptions.WholeNumber("--seed", "N", "What the numbers come from; the same seed gives the same bytes. 1 if nothing is said.", int.MinValue);
        var names = new Option<string?>("--class") { Description = "A file of names, one a line: a worksheet with other numbers for each.", HelpName = "NAMES.txt" };
        var output = new Option<string>("--out") { Description = "The folder to write to; it is made if it is missing.", HelpName = "DIR", Required = true };
        var command = new CommandWithExamples(
            "worksheet new",
            "Make a worksheet whose numbers tell known mistakes apart and are safe to work with four digits: a student sheet as text and to print, a key, a key of mistakes and a certificate.",
            "--net 2-4-2 --samples 3 --seed 7 --out my-worksheet",
            "--net 3-4-3 --activations tanh softmax --samples 1 --seed 7 --out my-worksheet")
        { net, activations, loss, samples, lambda, rate, seed, names, output };
        command.SetAction(parsed =>
        {
            var words = parsed.GetValue(activations) is { Length: > 0 } given ? " " + string.Join(' ', given) : "";
            var plan = WorksheetPlan.Of(parsed.GetValue(net)! + words);
            plan = plan with
            {
                Samples = parsed.GetValue(samples) ?? plan.Samples,
                WeightDecay = parsed.GetValue(lambda) ?? plan.WeightDecay,
                LearningRate = parsed.GetValue(rate) ?? plan.LearningRate,
                Seed = parsed.GetValue(seed) ?? plan.Seed,
                Loss = parsed.GetValue(loss) is { } name && LossFunction.TryParse(name, out var chosen) ? chosen : plan.Loss,
            };
            return Run(plan, parsed.GetValue(names), parsed.GetValue(output)!);
        });
        return command;
    }

    static int Run(WorksheetPlan plan, string? names, string folder)
    {
        if (names is null)
        {
            var worksheet = Worksheet.Create(plan);
            Save(folder, WorksheetFiles.Of(worksheet));
            Printer.Print(worksheet.Certificate, NumberFormat.Default);
        }
        else
        {
            var set = Set(plan, names);
            Save(folder, WorksheetFiles.Of(set));
            Printer.Print(set, NumberFormat.Default);
        }
        return Exit.Fine;
    }

    static ClassSet Set(WorksheetPlan plan, string names)
    {
        try
        {
            return ClassSet.Create(plan, ExampleFile.ReadText(names, "a file of names, one a line"));
        }
        catch (InvalidInputException error) when (error.File is null && error.Field.Length == 0)
        {
            throw error.In(names);
        }
    }

    static void Save(string folder, IReadOnlyList<(string Path, string Text)> files)
    {
        OutputFolder.Expect(folder);
        foreach (var (path, text) in files)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            ExampleFile.Write(target, text);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{folder}: {files.Count} files. For the students: {Describe(files, false)}. For the teacher: {Describe(files, true)}."));
        Console.WriteLine();
    }

    static string Describe(IReadOnlyList<(string Path, string Text)> files, bool teacher)
    {
        var some = files.Select(file => file.Path).Where(path => path.StartsWith(WorksheetFiles.Teacher, StringComparison.Ordinal) == teacher).ToList();
        return string.Join(", ", some.Take(4)) + (some.Count > 4 ? " and so on" : "");
    }

    static void RefuseUnknownLoss(OptionResult result)
    {
        if (result.Tokens is not [{ Value: var name }] || LossFunction.TryParse(name, out _)) return;
        var known = LossFunction.All.Select(loss => loss.Name).ToList();
        result.AddError($"--loss: found {Excerpt.Quoted(name)}, expected {NearestName.Of(name, known) ?? "one of " + string.Join(", ", known)}");
    }
}
