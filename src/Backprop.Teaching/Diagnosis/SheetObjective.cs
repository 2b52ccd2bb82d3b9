namespace Backprop.Teaching;

/// <summary>The objective that a sheet states, in the words of example files or as people say it.</summary>
static class SheetObjective
{
    static readonly (string Words, LossFunction Loss, double? Factor, Reduction? OverOutputs)[] Others =
    [
        ("squared error", LossFunction.SquaredError, 1, null),
        ("mean squared error", LossFunction.SquaredError, 1, Reduction.Mean),
        ("half mean squared error", LossFunction.SquaredError, 0.5, Reduction.Mean),
    ];

    /// <summary>An objective with what the sheet states changed.</summary>
    public static Objective Of(SheetHeader header, Objective objective)
    {
        if (header[SheetSetting.Loss] is { } entry) objective = WithLoss(objective, entry);
        if (header.Number(SheetSetting.Lambda) is { } lambda) objective = header[SheetSetting.Lambda]!.Checked(() => objective with { WeightDecay = lambda });
        foreach (var convention in header.Conventions) objective = convention.Apply(objective);
        return objective;
    }

    /// <summary>How a sheet states an objective's loss: <c>half squared error</c>.</summary>
    public static string WordsOf(LossFunction loss) => loss.Name.Replace('_', ' ');

    static Objective WithLoss(Objective objective, SheetEntry entry)
    {
        var plain = SheetSetting.Plain(entry.Text);
        if (LossFunction.All.FirstOrDefault(loss => SheetSetting.Plain(loss.Name) == plain) is { } named) return objective with { Loss = named };
        if (Others.FirstOrDefault(other => SheetSetting.Plain(other.Words) == plain) is { Words: not null } said)
            return objective with { Loss = said.Loss, SquaredErrorFactor = said.Factor ?? objective.SquaredErrorFactor, OverOutputs = said.OverOutputs ?? objective.OverOutputs };
        throw entry.Wrong("one of " + string.Join(", ", LossFunction.All.Select(WordsOf).Concat(Others.Select(other => other.Words))));
    }
}
