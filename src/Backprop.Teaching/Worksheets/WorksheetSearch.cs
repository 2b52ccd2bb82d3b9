using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Finds the numbers of worksheets of one kind: of the first draws from a seed that obey and are safe to work with four digits, the one whose mistakes are told apart best.</summary>
sealed class WorksheetSearch
{
    const int SafeDraws = 24;
    const int ObeyingDraws = 400;
    const int MostDraws = 4000;

    // the same for all worksheets of one kind
    PassProgram? program;
    ImmutableArray<Rule> rules = [];
    ImmutableArray<QuantityId> lines = [];
    IReadOnlyList<QuantityId> asked = [];

    /// <summary>A worksheet of a plan; plans of one search differ in seed and student only.</summary>
    public Worksheet Find(WorksheetPlan plan)
    {
        (Example Example, MistakeSeparation Separation)? best = null;
        (Example Example, double Units)? safest = null;
        var safe = 0;
        foreach (var example in Obeying(plan))
        {
            Prepare(example);
            var units = HandWorking.Farthest(program!, example, Worksheet.DigitsKept, asked).Units;
            if (safest is null || units < safest.Value.Units) safest = (example, units);
            if (units > Worksheet.MostRounding) continue;
            var separation = Separate(example);
            if (best is null || IsBetter(separation, best.Value.Separation)) best = (example, separation);
            if (++safe == SafeDraws) break;
        }
        if (safest is null) throw new InvalidInputException("net", "", $"{plan.NetWords} with {InWords.Of(plan.Samples, "sample")}", "a smaller net or fewer samples: no numbers were found that keep every |z| in 0.3…2");
        var chosen = best ?? (safest.Value.Example, Separate(safest.Value.Example));
        return new(plan, chosen.Example, lines, chosen.Separation, new(() => MistakeNumbers.Of(chosen.Example, program!, rules)));
    }

    static IEnumerable<Example> Obeying(WorksheetPlan plan)
    {
        var numbers = new WorksheetNumbers(plan, new(plan.Seed));
        return Enumerable.Range(0, MostDraws).Select(_ => numbers.Draw()).OfType<Example>().Take(ObeyingDraws);
    }

    void Prepare(Example example)
    {
        if (program is not null) return;
        program = PassProgram.Of(example);
        rules = MisconceptionCatalogue.Rules(MistakeShape.Of(example));
        lines = AskedNumbers.Of(example.Network, example.SampleCount);
        asked = [.. lines.SelectMany(line => AskedNumbers.Entries(line, example.Network))];
    }

    MistakeSeparation Separate(Example example) => MistakeSeparation.Of(example, program!, MistakeNumbers.Of(example, program!, rules), asked);

    static bool IsBetter(MistakeSeparation one, MistakeSeparation other)
    {
        var (alone, otherAlone) = (one.Alone.Count(), other.Alone.Count());
        return alone != otherAlone ? alone > otherAlone : one.Rounding < other.Rounding;
    }
}
