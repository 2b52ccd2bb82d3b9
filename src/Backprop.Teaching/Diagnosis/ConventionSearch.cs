using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Finds the convention in which a whole sheet is right. Made once for a shape of network.</summary>
sealed class ConventionSearch
{
    readonly ImmutableArray<Convention> stated;
    readonly Lazy<ImmutableArray<Candidate>> candidates;

    public ConventionSearch(Example example, ImmutableArray<Convention> stated)
    {
        this.stated = stated;
        candidates = new(() => [.. Convention.All.Where(convention => !stated.Contains(convention)).Select(convention => For(example, convention)).OfType<Candidate>()]);
    }

    public Convention? Find(Example example, IReadOnlyList<GivenNumber> numbers, int digitsKept)
    {
        foreach (var (convention, program, rules) in candidates.Value)
        {
            var asRead = convention == Convention.RowVectors ? Transposed(example, numbers) : numbers;
            if (asRead is null) continue;
            var pass = program.Run(convention.Apply(example), digitsKept, null, rules.AsSpan());
            if (asRead.All(number => pass[number.Id].Accepts(number.Number))) return convention;
        }
        return null;
    }

    // a convention that changes nothing here cannot make a wrong sheet right
    Candidate? For(Example example, Convention convention)
    {
        var changed = convention.Apply(example);
        var rules = ConventionRules.Of([.. stated, convention], MistakeShape.Of(changed));
        var changesNothing = ReferenceEquals(changed, example) && ConventionRules.Of([convention], MistakeShape.Of(changed)).IsEmpty && convention != Convention.RowVectors;
        return changesNothing ? null : new(convention, PassProgram.Of(changed), rules);
    }

    // the entries of matrices named [from,to]; null where there is no such entry
    static List<GivenNumber>? Transposed(Example example, IReadOnlyList<GivenNumber> numbers)
    {
        var transposed = new List<GivenNumber>();
        foreach (var number in numbers)
        {
            if (number.Id.Column is not { } column || number.Id.Layer is not { } l) transposed.Add(number);
            else if (column < example.Network.Layer(l).Units && number.Id.Row!.Value < example.Network.Layer(l).Inputs) transposed.Add(number with { Id = number.Id.At(column, number.Id.Row) });
            else return null;
        }
        return transposed;
    }

    sealed record Candidate(Convention Convention, PassProgram Program, ImmutableArray<Rule> Rules);
}
