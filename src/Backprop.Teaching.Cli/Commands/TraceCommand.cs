using System.CommandLine;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop trace</c>: every number of a forward and backward pass.</summary>
static class TraceCommand
{
    public static Command Create()
    {
        var examples = CommandOptions.Examples();
        var json = CommandOptions.Json("One JSON document per file and line, {\"name\": …, \"expected\": {…}}: the fields of the golden files, numbers in round-trip form.");
        var sample = CommandOptions.WholeNumber("--sample", "N", "Show this sample alone, counted from 0; what belongs to the batch is shown all the same.", 0);
        var digits = CommandOptions.WholeNumber("--digits", "D", "Significant digits, 1 to 17; 4 if nothing is said. JSON has always all of them.", 1, 17);
        var command = new CommandWithExamples(
            "trace",
            "Print every number of one forward and backward pass: z, a, f′(z), ∂J/∂a, δ and ΔW of each sample, sums, means, gradients and the step.",
            "mazur-2-2-2 --digits 9",
            "data/examples/*.json --json")
        { examples, json, sample, digits };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetResult(digits) is not null) result.AddError("--digits: found together with --json, expected one of the two: JSON has always all digits");
        });
        command.SetAction(parsed => Run(parsed.GetValue(examples)!, parsed.GetValue(json), parsed.GetValue(sample), parsed.GetValue(digits)));
        return command;
    }

    static int Run(string[] files, bool json, int? sample, int? digits)
    {
        var printed = 0;
        return Exit.ForEach(files, file =>
        {
            var trace = Backpropagation.Run(ExampleArgument.Read(file));
            if (sample >= trace.SampleCount) throw new InvalidInputException("--sample", "", $"{sample}", Range(trace.SampleCount));
            WholeTrace.Check(trace);
            if (json) TraceJson.Print(trace, sample);
            else
            {
                if (printed++ > 0) Console.WriteLine();
                Printer.Print(sample is { } one ? trace.Everything(one) : trace.Everything(), new NumberFormat(digits ?? NumberFormat.Default.SignificantDigits));
            }
            return Exit.Fine;
        });
    }

    static string Range(int samples) => samples == 1 ? "0: the file has 1 sample" : $"0 to {samples - 1}: the file has {samples} samples";
}
