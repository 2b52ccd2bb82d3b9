using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>The numbers of a sheet beside what the right definitions, and any mistaken ones, make of the example.</summary>
sealed class SheetFit
{
    readonly PassProgram program;
    readonly ImmutableArray<Rule> stated;
    readonly RoundedPass plain;
    readonly Lazy<RoundedPass> plainCarried;
    readonly int[] slots;
    readonly (int Pass, int Report)[] places;

    /// <param name="program">The program of the example's shape.</param>
    /// <param name="example">The example.</param>
    /// <param name="stated">What is not canonical and yet right, since the sheet states it.</param>
    /// <param name="numbers">The numbers.</param>
    /// <param name="digitsKept">How many significant digits were kept at each step.</param>
    public SheetFit(PassProgram program, Example example, ImmutableArray<Rule> stated, IReadOnlyList<GivenNumber> numbers, int digitsKept)
    {
        this.program = program;
        this.stated = stated;
        Numbers = numbers;
        slots = [.. numbers.Select(number => program.Layout.Slot(number.Id))];
        places = [.. numbers.Select(number => (program.Place(number.Id), program.Place(number.Id, PassStage.Report)))];
        plain = program.Run(example, digitsKept);
        Right = plain.With(program.Blocks(stated.AsSpan()));
        plainCarried = new(() => program.Run(example, digitsKept, CarriedNumbers.Of(numbers.Select(number => (number.Id, number.Number)))));
        RightCarried = new(() => plainCarried.Value.With(program.Blocks(stated.AsSpan())));
        IsRight = Accepted(Right);
    }

    public IReadOnlyList<GivenNumber> Numbers { get; }

    public RoundedPass Right { get; }

    /// <summary>The right definitions with the sheet's own numbers carried on.</summary>
    public Lazy<RoundedPass> RightCarried { get; }

    /// <summary>For each number whether it is right, or right but for rounding.</summary>
    public bool[] IsRight { get; }

    /// <summary>What these mistakes make of the example.</summary>
    public RoundedPass Pass(params ReadOnlySpan<Rule> rules) => plain.With(program.Blocks([.. stated, .. rules]));

    public RuleFit Of(params ReadOnlySpan<Rule> rules)
    {
        var pass = Pass(rules);
        var fits = Accepted(pass);
        return new([.. rules], fits, [.. places.Select(place => pass.IsTouched(place.Pass) || pass.IsTouched(place.Report))], Misfit(pass, fits));
    }

    /// <summary>For each number whether it follows from the sheet's earlier ones with these mistakes.</summary>
    public bool[] Following(params ReadOnlySpan<Rule> rules) => Accepted(plainCarried.Value.With(program.Blocks([.. stated, .. rules])));

    /// <summary>For each number whether neither the right definitions nor those with the sheet's own numbers lead to it.</summary>
    public bool[] StandsAlone()
    {
        var follows = Accepted(RightCarried.Value);
        return [.. IsRight.Select((right, n) => !right && !follows[n] && Numbers[n].IsTelling)];
    }

    /// <summary>How many numbers of different units are among these.</summary>
    public int Witnesses(Func<int, bool> isAmong) => Enumerable.Range(0, Numbers.Count).Where(isAmong).Select(n => Numbers[n].Source).Distinct().Count();

    bool[] Accepted(RoundedPass pass)
    {
        var accepted = new bool[slots.Length];
        for (var n = 0; n < slots.Length; n++) accepted[n] = pass.At(slots[n]).Accepts(Numbers[n].Number);
        return accepted;
    }

    double Misfit(RoundedPass pass, bool[] fits)
    {
        var (sum, count) = (0.0, 0);
        for (var n = 0; n < slots.Length; n++)
        {
            if (!fits[n] || IsRight[n]) continue;
            var reach = pass.At(slots[n]);
            var room = reach.Radius + Reach.Slack(Numbers[n].Number);
            sum += room == 0 ? 0 : Math.Pow((Numbers[n].Number.Value - reach.Value) / room, 2);
            count++;
        }
        return count == 0 ? double.PositiveInfinity : Math.Sqrt(sum / count);
    }
}
