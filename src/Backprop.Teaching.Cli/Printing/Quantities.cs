namespace Backprop.Teaching.Cli;

/// <summary>Looks a quantity up by the name that a user wrote; a wrong name is answered with the names that there are.</summary>
static class Quantities
{
    public static T Find<T>(BackpropTrace trace, Func<T> find)
    {
        try
        {
            return find();
        }
        catch (UnknownQuantityException error)
        {
            var samples = trace.SampleCount == 1 ? "" : $" (and so on up to @{trace.SampleCount - 1})";
            var names = trace.Quantities().Concat(OfStep(trace)).Where(id => id.Sample is null or 0);
            throw new UnknownQuantityException(error.Name, error.Problem + "\nThis example has: " + string.Join(' ', names) + samples);
        }
    }

    static IEnumerable<QuantityId> OfStep(BackpropTrace trace)
    {
        if (trace.Example.LearningRate is null) yield break;
        for (var l = 1; l <= trace.LayerCount; l++)
        {
            yield return new(QuantityKind.WeightStep, l);
            yield return new(QuantityKind.WeightsAfter, l);
            if (!trace.Network.Layer(l).HasBias) continue;
            yield return new(QuantityKind.BiasStep, l);
            yield return new(QuantityKind.BiasesAfter, l);
        }
        yield return new(QuantityKind.DataLossAfter);
        yield return new(QuantityKind.DecayLossAfter);
        yield return new(QuantityKind.LossAfter);
    }
}
