namespace Backprop.Teaching.Tests.Diagnosis;

/// <summary>A mistake as words: what the plain student is told to do wrong. Nothing of the doctor's formulas is in it.</summary>
/// <param name="Id">The catalogue's number.</param>
/// <param name="Layers">Where it is made; empty for everywhere.</param>
/// <param name="Words">What is done.</param>
/// <param name="Wraps">Where an index is out of range: back to the first unit instead of staying at the last.</param>
sealed record MadeMistake(string Id, int[] Layers, string Words, bool Wraps)
{
    public bool IsAt(int l) => Layers.Length == 0 || Layers.Contains(l);

    public bool Says(string words) => Words.Contains(words, StringComparison.Ordinal);

    public static MadeMistake Of(Rule rule, IReadOnlyList<Rule> all)
    {
        var label = rule.Label.Split('@');
        var first = all.First(each => each.Label == rule.Label && each.Message == rule.Message);
        return new(label[0], label.Length == 1 ? [] : [.. label[1].Split(',').Select(int.Parse)], rule.Message, !ReferenceEquals(first, rule));
    }
}
