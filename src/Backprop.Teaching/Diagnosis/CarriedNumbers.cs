namespace Backprop.Teaching;

/// <summary>Which of a student's numbers may be carried on: with 0, ±1 or the same number in several places everything after them comes out right too easily.</summary>
static class CarriedNumbers
{
    public static IReadOnlyDictionary<QuantityId, WrittenNumber> Of(IEnumerable<(QuantityId Id, WrittenNumber Number)> answers)
    {
        var last = new Dictionary<QuantityId, WrittenNumber>();
        foreach (var (id, number) in answers) last[id] = number;
        var repeated = last.GroupBy(answer => (answer.Key.Kind, answer.Value.Value)).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return last.Where(answer => !IsDegenerate(answer.Value.Value) && !repeated.Contains((answer.Key.Kind, answer.Value.Value))).ToDictionary();
    }

    static bool IsDegenerate(double value) => value is 0 or 1 or -1 || !double.IsFinite(value);
}
