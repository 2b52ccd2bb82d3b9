using System.CommandLine;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop gradcheck</c>: the gradients of the backward pass against central differences of the loss.</summary>
static class GradientCheckCommand
{
    public static Command Create()
    {
        var examples = CommandOptions.Examples();
        var json = CommandOptions.Json("One JSON document per file and line, with every weight and bias, worst first.");
        var step = CommandOptions.PositiveNumber("--step", "H", "How far each parameter is moved each way; 1e-5 if nothing is said.", "1e-5");
        var command = new CommandWithExamples(
            "gradcheck",
            "Check the gradient of every weight and bias against the slope of the loss, measured by forward passes alone. Exit code 1 if one fails.",
            "two-outputs-3-4-2",
            "data/examples/*.json --step 1e-6 --json")
        { examples, json, step };
        command.SetAction(parsed => Run(parsed.GetValue(examples)!, parsed.GetValue(json), parsed.GetValue(step) ?? NumericGradient.DefaultStep));
        return command;
    }

    static int Run(string[] files, bool json, double step)
    {
        var printed = 0;
        return Exit.ForEach(files, file =>
        {
            var report = GradientCheck.Run(ExampleArgument.Read(file), step);
            if (json) GradientCheckJson.Print(report);
            else
            {
                if (printed++ > 0) Console.WriteLine();
                Printer.Print(report, NumberFormat.Default);
            }
            return report.Passed ? Exit.Fine : Exit.CheckFailed;
        });
    }
}
