using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Finds the numbers of worksheets of one kind: of a fixed count of draws from a seed, the one whose mistakes are told apart best.</summary>
sealed class WorksheetSearch
{
    const int Draws = 24;
    const int MostDraws = 1000;

    // the same for all worksheets of one kind
    PassProgram? program;
    ImmutableArray<Rule> rules = [];

    /// <summary>A worksheet of a plan; plans of one search differ in seed and student only.</summary>
    public Worksheet Find(WorksheetPlan plan)
    {
        var numbers = new WorksheetNumbers(plan, new(plan.Seed));
        (Example Example, MistakeSeparation Separation)? best = null;
        var found = 0;
        for (var draw = 0; draw < MostDraws && found < Draws; draw++)
        {
            if (numbers.Draw() is not { } example) continue;
            found++;
            if (program is null)
            {
                program = PassProgram.Of(example);
                rules = MisconceptionCatalogue.Rules(MistakeShape.Of(example));
            }
            var asked = AskedNumbers.Of(example.Network, example.SampleCount).SelectMany(line => AskedNumbers.Entries(line, example.Network)).ToList();
            var separation = MistakeSeparation.Of(example, program, MistakeNumbers.Of(example, program, rules), asked);
            if (best is null || IsBetter(separation, best.Value.Separation)) best = (example, separation);
        }
        if (best is not { } chosen) throw new InvalidInputException("net", "", $"{plan.NetWords} with {plan.Samples} samples", "a smaller net or fewer samples: no numbers were found that keep every |z| in 0.3…2");
        return new(plan, chosen.Example, AskedNumbers.Of(chosen.Example.Network, chosen.Example.SampleCount), chosen.Separation, new(() => MistakeNumbers.Of(chosen.Example, program!, rules)));
    }

    // safe first, then told apart, then safer
    static bool IsBetter(MistakeSeparation one, MistakeSeparation other)
    {
        var (safe, otherSafe) = (one.Rounding <= Worksheet.MostRounding, other.Rounding <= Worksheet.MostRounding);
        if (safe != otherSafe) return safe;
        var (alone, otherAlone) = (one.Alone.Count(), other.Alone.Count());
        return alone != otherAlone ? alone > otherAlone : one.Rounding < other.Rounding;
    }
}
