using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>What every number of an example becomes with each known mistake.</summary>
sealed class MistakeNumbers
{
    /// <summary>A teacher tells numbers apart to so many digits.</summary>
    public const int Digits = 3;

    readonly ImmutableArray<RoundedPass> wrong;

    MistakeNumbers(Example example, PassProgram program, ImmutableArray<Rule> rules)
    {
        Example = example;
        Rules = rules;
        Right = program.Run(example);
        wrong = [.. rules.Select(rule => Right.With(program.Blocks(rule)))];
    }

    public Example Example { get; }

    /// <summary>The mistakes that can be made in the example.</summary>
    public ImmutableArray<Rule> Rules { get; }

    public RoundedPass Right { get; }

    public static MistakeNumbers Of(Example example) => new(example, PassProgram.Of(example), MisconceptionCatalogue.Rules(MistakeShape.Of(example)));

    public static MistakeNumbers Of(Example example, PassProgram program, ImmutableArray<Rule> rules) => new(example, program, rules);

    /// <summary>A number with one mistake, unrounded.</summary>
    public double With(int rule, QuantityId id) => wrong[rule][id].Value;

    /// <summary>A number as it is written down to three digits; a number that is none is empty.</summary>
    public static string Written(double value) => double.IsFinite(value) ? NumberFormat.Exact(Math.Abs(value) < 1e-12 ? 0 : value, Digits) : "";

    /// <summary>Each wrong value of a number with the mistakes that give it, in ascending order; and the mistakes that do not change it.</summary>
    public (ImmutableArray<MistakeRow> Rows, ImmutableArray<Rule> Unseen) Of(QuantityId id)
    {
        var right = Written(Right[id].Value);
        var by = new SortedDictionary<double, (string Text, List<Rule> Rules)>();
        var unseen = ImmutableArray.CreateBuilder<Rule>();
        for (var n = 0; n < Rules.Length; n++)
        {
            var value = With(n, id);
            if (Written(value) is var text && (text.Length == 0 || text == right))
            {
                unseen.Add(Rules[n]);
                continue;
            }
            var key = double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
            if (!by.TryGetValue(key, out var row)) by[key] = row = (text, []);
            row.Rules.Add(Rules[n]);
        }
        return ([.. by.Select(row => new MistakeRow(row.Value.Text, row.Key, [.. row.Value.Rules.Select(rule => rule.Label).Distinct()], [.. row.Value.Rules.Select(rule => rule.Message).Distinct()]))], unseen.ToImmutable());
    }
}
