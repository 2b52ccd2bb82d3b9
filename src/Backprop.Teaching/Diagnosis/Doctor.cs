using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Knows, for the networks of one shape, what every mistake of the catalogue leads to, and names those that lead to the numbers of a sheet.</summary>
sealed class Doctor
{
    const int MostExplanations = 12;
    // beyond what is worked by hand, all mistakes take longer than anybody waits
    const int MostNumbers = 20_000;
    // one wrong number fits some mistake or other by chance: it must lie nearer than the worst that rounding can do
    const double NearEnough = 0.5;

    readonly PassProgram program;
    readonly ConventionSearch conventions;
    readonly ImmutableArray<Rule> stated;

    Doctor(Example example, ImmutableArray<Convention> conventions)
    {
        Example = example;
        this.conventions = new(example, conventions);
        program = PassProgram.Of(example);
        var shape = MistakeShape.Of(example);
        stated = ConventionRules.Of(conventions, shape);
        Rules = program.SlotCount > MostNumbers ? [] : [.. MisconceptionCatalogue.Rules(shape).Where(rule => !stated.Any(each => each.Mistake == rule.Mistake))];
    }

    Doctor(Doctor original, Example example)
    {
        Example = example;
        (program, conventions, stated, Rules) = (original.program, original.conventions, original.stated, original.Rules);
    }

    /// <summary>The example.</summary>
    public Example Example { get; }

    /// <summary>Every form of every mistake that can be made in the example.</summary>
    internal ImmutableArray<Rule> Rules { get; }

    /// <summary>A doctor for an example.</summary>
    /// <param name="example">The example, in the conventions of its objective.</param>
    /// <returns>A doctor; with more than 20 000 numbers in the pass it judges them and names no mistakes.</returns>
    public static Doctor For(Example example) => For(example, []);

    /// <summary>A doctor for an example worked in stated conventions.</summary>
    /// <param name="example">The example.</param>
    /// <param name="conventions">The conventions; those of the objective change the example's.</param>
    /// <returns>A doctor.</returns>
    public static Doctor For(Example example, ImmutableArray<Convention> conventions)
    {
        ArgumentNullException.ThrowIfNull(example);
        return new(conventions.Aggregate(example, (each, convention) => convention.Apply(each)), conventions);
    }

    /// <summary>The same doctor for other numbers in a network of the same shape, with the same objective and as many samples.</summary>
    internal Doctor With(Example example) => new(this, example);

    /// <summary>The numbers of a sheet beside what any mistakes make of the example.</summary>
    internal SheetFit Fit(IReadOnlyList<GivenNumber> numbers, int digitsKept) => new(program, Example, stated, numbers, digitsKept);

    /// <summary>Which mistakes lead to exactly this number.</summary>
    internal ImmutableArray<Explanation> Behind(QuantityId id, WrittenNumber number, int? digitsKept = null) =>
        Examine([new(id, number)], digitsKept ?? Math.Max(3, number.SignificantDigits ?? 3)).Explanations;

    /// <summary>Which mistakes lead to the numbers of a sheet.</summary>
    /// <param name="numbers">The numbers of the sheet.</param>
    /// <param name="digitsKept">How many significant digits were kept at each step.</param>
    internal Diagnosis Examine(IReadOnlyList<GivenNumber> numbers, int digitsKept)
    {
        var fit = Fit(numbers, digitsKept);
        if (fit.IsRight.All(right => right)) return new([], null, null);
        var convention = conventions.Find(Example, numbers, digitsKept);
        var wrong = Enumerable.Range(0, numbers.Count).Where(n => !fit.IsRight[n]).ToList();
        // too few digits name nothing
        if (!wrong.Exists(n => numbers[n].IsTelling)) return new([], null, convention);

        var singles = Rules.Select(rule => fit.Of(rule)).ToList();
        var found = singles.Where(single => single.IsWhole && (wrong.Count > 1 || single.Misfit <= NearEnough)).ToList();
        var isWhole = found.Count > 0;
        if (!isWhole) found = PairSearch.Find(fit, singles);
        if (found.Count == 0) found = PartialSearch.Find(fit, singles);
        found = [.. found.OrderBy(each => each.Misfit).Take(MostExplanations)];
        var isAlone = isWhole && found.DistinctBy(each => each.Rules[0].Mistake).Count() == 1;
        return new([.. found.Select(each => Explain(fit, each, isAlone, convention))], Separation.Find(fit, Example, found), convention);
    }

    static Explanation Explain(SheetFit fit, RuleFit found, bool isAlone, Convention? convention)
    {
        var explained = Enumerable.Range(0, fit.Numbers.Count).Where(n => !fit.IsRight[n] && found.Fits[n]).ToList();
        var standsAlone = isAlone ? fit.StandsAlone() : [];
        var isFirm = isAlone && fit.Witnesses(n => found.Fits[n] && standsAlone[n]) >= 2;
        var rightIf = convention is not null && ConventionRules.Matches(convention, found.Rules) ? convention.Words : null;
        return new(found, [.. explained.Select(n => fit.Numbers[n].Id)], fit.Numbers.Count, isFirm && rightIf is null, rightIf);
    }
}
