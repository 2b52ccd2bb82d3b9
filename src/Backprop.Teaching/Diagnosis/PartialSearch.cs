namespace Backprop.Teaching;

/// <summary>Finds single mistakes that explain most of what is wrong on a sheet, beside a slip or what follows from one.</summary>
static class PartialSearch
{
    const int Most = 3;

    public static List<RuleFit> Find(SheetFit fit, IReadOnlyList<RuleFit> singles)
    {
        var standsAlone = fit.StandsAlone();
        if (standsAlone.Count(alone => alone) < 2) return [];
        var right = fit.IsRight;
        var follows = fit.Following();
        var found = new List<(RuleFit Fit, int Misses)>();
        foreach (var single in singles)
        {
            if (!single.Touched.Any(touched => touched)) continue;
            var following = fit.Following(single.Rules[0]);
            bool IsExplained(int n) => single.Fits[n] || following[n];
            var numbers = Enumerable.Range(0, right.Length);
            // what was right without the mistake must be right with it
            if (numbers.Any(n => (right[n] || follows[n]) && !IsExplained(n))) continue;
            var misses = numbers.Count(n => !right[n] && !IsExplained(n));
            var hits = numbers.Count(n => standsAlone[n] && IsExplained(n));
            if (hits > misses && fit.Witnesses(n => standsAlone[n] && IsExplained(n)) >= 2)
                found.Add((single with { Fits = [.. numbers.Select(IsExplained)] }, misses));
        }
        return [.. found.OrderBy(each => each.Misses).ThenBy(each => each.Fit.Misfit).Take(Most).Select(each => each.Fit)];
    }
}
