using System.CommandLine;
using System.CommandLine.Parsing;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop errata</c>: the published formulas that do not hold, each with numbers that show it.</summary>
static class ErrataCommand
{
    // as many as the digits in which errata are usually compared
    const int Digits = 10;

    public static Command Create()
    {
        var id = new Argument<string?>("ID")
        {
            Description = "The number of one erratum, such as 002-12; without it all are listed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        id.Validators.Add(CommandOptions.RefuseOptions);
        id.Validators.Add(RefuseUnknown);
        var json = CommandOptions.Json("One JSON list on one line, every erratum with its demonstration, numbers in round-trip form.");
        var command = new CommandWithExamples(
            "errata",
            "List the published formulas that do not hold, or show one: as printed, why it is wrong, the right one, and both in numbers beside a finite difference.",
            "002-12",
            "--json")
        { id, json };
        command.SetAction(parsed => Run(parsed.GetValue(id), parsed.GetValue(json)));
        return command;
    }

    static int Run(string? id, bool json)
    {
        var one = id is null ? null : ErrataCatalogue.Find(id);
        if (json) ErrataJson.Print(one is null ? ErrataCatalogue.All : [one]);
        else Printer.Print(one is null ? ErrataCatalogue.Overview : one, new NumberFormat(Digits));
        return Exit.Fine;
    }

    static void RefuseUnknown(ArgumentResult result)
    {
        if (result.Tokens is not [{ Value: var id }] || id.StartsWith("--", StringComparison.Ordinal) || ErrataCatalogue.Find(id) is not null) return;
        result.AddError($"found {Excerpt.Quoted(id)}, expected one of the errata {string.Join(", ", ErrataCatalogue.All.Select(erratum => erratum.Id))}");
    }
}
