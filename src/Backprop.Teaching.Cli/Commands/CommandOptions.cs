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
            Description = $"One or several: {ExampleArgument.Description}.",
            Arity = ArgumentArity.OneOrMore,
        };
        argument.Validators.Add(RefuseOptions);
        return argument;
    }

    public static Argument<string> Example()
    {
        var argument = new Argument<string>("EXAMPLE")
        {
            Description = ExampleArgument.Description + ".",
        };
        argument.Validators.Add(RefuseOptions);
        return argument;
    }

    public static Argument<string?> OptionalExample()
    {
        var argument = new Argument<string?>("EXAMPLE")
        {
            Description = ExampleArgument.Description + ".",
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
    public static Option<double?> PositiveNumber(string name, string letter, string description, string suchAs) => new(name)
    {
        Description = description,
        HelpName = letter,
        CustomParser = result => Parse<double?>(
            result,
            text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value > 0 ? value : null,
            $"a number above 0, such as {suchAs}"),
    };

    /// <summary>A misspelt option is neither a file nor an id.</summary>
    public static void RefuseOptions(ArgumentResult result)
    {
        var unknown = result.Tokens.Select(token => token.Value).FirstOrDefault(value => value.StartsWith("--", StringComparison.Ordinal));
        if (unknown is not null) result.AddError(UnknownOption(unknown, ((CommandResult)result.Parent!).Command));
    }

    public static string UnknownOption(string unknown, Command command)
    {
        var known = command.Options.Select(option => option.Name).ToList();
        return $"{unknown}: found an unknown option, expected {NearestName.Of(unknown, known) ?? "one of " + string.Join(", ", known)}";
    }

    /// <summary>An option that takes one of a few words.</summary>
    public static void Accept(Option<string> option, params string[] words) => option.Validators.Add(result =>
    {
        if (result.Tokens is not [{ Value: var word }] || words.Contains(word)) return;
        result.AddError($"{option.Name}: found {Excerpt.Quoted(word)}, expected {NearestName.Of(word, words) ?? "one of " + string.Join(", ", words)}");
    });

    static T? Parse<T>(ArgumentResult result, Func<string, T?> read, string expected)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        var value = read(text);
        if (value is null) result.AddError($"{((OptionResult)result.Parent!).Option.Name}: found {(text.Length == 0 ? "nothing" : text)}, expected {expected}");
        return value;
    }
}
