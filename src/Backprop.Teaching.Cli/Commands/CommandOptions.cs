using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Backprop.Teaching.Cli;

/// <summary>Arguments and options that several commands have, with messages that say what was found and what was expected.</summary>
static class CommandOptions
{
    public static Argument<string[]> Examples()
    {
        var argument = new Argument<string[]>("EXAMPLE")
        {
            Description = "Example files, JSON in the schema backprop-golden/1, or answer sheets with givens; those of the lessons lie in data/examples.",
            Arity = ArgumentArity.OneOrMore,
        };
        argument.Validators.Add(RefuseOptions);
        return argument;
    }

    public static Argument<string> Example()
    {
        var argument = new Argument<string>("EXAMPLE")
        {
            Description = "An example file, JSON in the schema backprop-golden/1, or an answer sheet with givens; those of the lessons lie in data/examples.",
        };
        argument.Validators.Add(RefuseOptions);
        return argument;
    }

    public static Argument<string?> OptionalExample()
    {
        var argument = new Argument<string?>("EXAMPLE")
        {
            Description = "An example file, JSON in the schema backprop-golden/1, or an answer sheet with givens; those of the lessons lie in data/examples.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        argument.Validators.Add(RefuseOptions);
        return argument;
    }

    public static Option<bool> Json(string description) => new("--json") { Description = description };

    /// <summary>An option that takes a whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static Option<int?> WholeNumber(string name, string letter, string description, int least, int most = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = letter,
        CustomParser = result => Parse<int?>(
            result,
            text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : null,
            "a whole number" + (least > int.MinValue ? $" from {least}" : "") + (most < int.MaxValue ? $" to {most}" : "")),
    };

    /// <summary>An option that takes a finite number above 0.</summary>
    public static Option<double?> PositiveNumber(string name, string letter, string description) => new(name)
    {
        Description = description,
        HelpName = letter,
        CustomParser = result => Parse<double?>(
            result,
            text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value > 0 ? value : null,
            "a number above 0, such as 1e-5"),
    };

    /// <summary>A misspelt option is neither a file nor an id.</summary>
    public static void RefuseOptions(ArgumentResult result)
    {
        var unknown = result.Tokens.Select(token => token.Value).FirstOrDefault(value => value.StartsWith("--", StringComparison.Ordinal));
        if (unknown is null) return;
        var known = ((CommandResult)result.Parent!).Command.Options.Select(option => option.Name).ToList();
        var nearest = NearestName.Of(unknown, known);
        result.AddError($"{unknown}: found an unknown option, expected {nearest ?? "one of " + string.Join(", ", known)}");
    }

    static T? Parse<T>(ArgumentResult result, Func<string, T?> read, string expected)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        var value = read(text);
        if (value is null) result.AddError($"{((OptionResult)result.Parent!).Option.Name}: found {(text.Length == 0 ? "nothing" : text)}, expected {expected}");
        return value;
    }
}
