namespace Backprop.Teaching;

/// <summary>Finds two mistakes that together lead to every number of a sheet that no single one explains.</summary>
static class PairSearch
{
    public static List<RuleFit> Find(SheetFit fit, IReadOnlyList<RuleFit> singles)
    {
        // one wrong number is no evidence for two mistakes: some pair fits any number
        var standsAlone = fit.StandsAlone();
        if (standsAlone.Count(alone => alone) < 2) return [];
        var found = new List<RuleFit>();
        var visible = singles.Where(single => single.Touched.Any(touched => touched)).ToList();
        for (var a = 0; a < visible.Count; a++)
            for (var b = a + 1; b < visible.Count; b++)
            {
                var (first, second) = (visible[a], visible[b]);
                if (first.Rules[0].Mistake == second.Rules[0].Mistake || !MayFit(fit, first, second)) continue;
                var pair = fit.Of(first.Rules[0], second.Rules[0]);
                if (pair.IsWhole) found.Add(pair);
            }
        return found;
    }

    // what only one of them touches it must explain alone, and what neither touches must be right
    static bool MayFit(SheetFit fit, RuleFit first, RuleFit second)
    {
        for (var n = 0; n < fit.IsRight.Length; n++)
        {
            var fits = (first.Touched[n], second.Touched[n]) switch
            {
                (true, true) => true,
                (true, false) => first.Fits[n],
                (false, true) => second.Fits[n],
                _ => fit.IsRight[n],
            };
            if (!fits) return false;
        }
        return true;
    }
}
