using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Which mistakes a set of asked numbers tells apart, for a student who rounds each step and writes three digits.</summary>
sealed class MistakeSeparation
{
    readonly bool[,] fits;
    readonly bool[] hidden;

    MistakeSeparation(ImmutableArray<Rule> rules, bool[,] fits, bool[] hidden, double rounding, QuantityId leastSafe, double worst)
    {
        WorstRounding = worst;
        Rules = rules;
        this.fits = fits;
        this.hidden = hidden;
        Rounding = rounding;
        LeastSafe = leastSafe;
    }

    public ImmutableArray<Rule> Rules { get; }

    /// <summary>The most by which an asked number moves where every operation is rounded, in units of its third digit.</summary>
    public double Rounding { get; }

    /// <summary>The most by which one could move if every rounding went the worst way.</summary>
    public double WorstRounding { get; }

    /// <summary>The number that it moves so far.</summary>
    public QuantityId LeastSafe { get; }

    /// <summary>Every mistake, by its label; forms of one count as one.</summary>
    public IEnumerable<string> Labels => Rules.Select(rule => rule.Label).Distinct();

    /// <summary>The mistakes that leave every asked number right.</summary>
    public IEnumerable<string> Hidden => Labels.Where(label => Forms(label).All(rule => hidden[rule]));

    /// <summary>The mistakes whose numbers nothing else gives.</summary>
    public IEnumerable<string> Alone => Labels.Except(Hidden).Where(label => !Others(label).Any());

    /// <summary>The mistakes whose numbers others give too.</summary>
    public IEnumerable<string> Shared => Labels.Except(Hidden).Where(label => Others(label).Any());

    IEnumerable<int> All => Enumerable.Range(0, Rules.Length);

    /// <summary>The forms of a mistake, as indices of <see cref="Rules"/>.</summary>
    public IEnumerable<int> Forms(string label) => All.Where(rule => Rules[rule].Label == label);

    /// <summary>The other mistakes that give the numbers of one.</summary>
    public IEnumerable<string> Others(string label) => Forms(label).Where(rule => !hidden[rule])
        .SelectMany(rule => All.Where(other => fits[rule, other]).Select(other => Rules[other].Label)).Where(other => other != label).Distinct();

    public static MistakeSeparation Of(Example example, PassProgram program, MistakeNumbers numbers, IReadOnlyList<QuantityId> asked)
    {
        var right = program.Run(example, Worksheet.DigitsKept);
        var rounded = numbers.Rules.Select(rule => right.With(program.Blocks(rule))).ToArray();
        var count = numbers.Rules.Length;
        var reach = new Reach[count + 1, asked.Count];
        for (var q = 0; q < asked.Count; q++)
        {
            for (var n = 0; n < count; n++) reach[n, q] = rounded[n][asked[q]];
            reach[count, q] = right[asked[q]];
        }

        var (fits, hidden) = (new bool[count, count], new bool[count]);
        var written = new WrittenNumber[asked.Count];
        for (var n = 0; n < count; n++)
        {
            var isNumber = true;
            for (var q = 0; q < asked.Count; q++) isNumber &= WrittenNumber.TryParse(MistakeNumbers.Written(numbers.With(n, asked[q])), out written[q]);
            // where a mistake gives no number at all, a student notices
            hidden[n] = !isNumber || Accepts(count);
            for (var other = 0; other < count; other++) fits[n, other] = isNumber && Accepts(other);
        }
        var (units, farthest) = HandWorking.Farthest(program, example, Worksheet.DigitsKept, asked);
        var worst = asked.Where(id => right[id].Value != 0).Select(id => right[id].Radius / HandWorking.Unit(right[id].Value)).DefaultIfEmpty(0).Max();
        return new(numbers.Rules, fits, hidden, units, farthest, worst);

        bool Accepts(int rule)
        {
            for (var q = 0; q < written.Length; q++)
                if (!reach[rule, q].Accepts(written[q])) return false;
            return true;
        }
    }
}
