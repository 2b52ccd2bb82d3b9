using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Finds the paths from a quantity to the loss.</summary>
sealed class PathFinder
{
    const int MostOfMany = 100;
    readonly BackpropTrace trace;
    readonly ScalarQuantity quantity;
    readonly int sample;

    // the unit at which the paths begin: of layer start, or an input where that is 0
    readonly int start;
    readonly int unit;

    // whether the derivative goes through z of that unit, and from there on to a weight
    readonly bool throughZ;
    readonly QuantityId? input;

    public PathFinder(ScalarQuantity quantity)
    {
        this.quantity = quantity;
        trace = quantity.Trace;
        var id = quantity.Id;
        sample = id.Sample ?? 0;
        start = id.Layer ?? 0;
        unit = id.Row ?? 0;
        if (id.Kind is not (QuantityKind.WeightGradient or QuantityKind.BiasGradient or QuantityKind.Delta or QuantityKind.ActivationGradient or QuantityKind.InputGradient))
            throw new UnknownQuantityException(quantity.Name, "no paths lead from here to the loss, expected dW, db, delta, dA or dx of one sample, for example dW[1][0,0]@0.");
        throughZ = id.Kind is QuantityKind.WeightGradient or QuantityKind.BiasGradient or QuantityKind.Delta;
        if (id.Kind == QuantityKind.WeightGradient) input = start == 1 ? new(QuantityKind.Input, null, id.Column, null, sample) : new(QuantityKind.Activation, start - 1, id.Column, null, sample);
    }

    int LayerCount => trace.LayerCount;

    bool HasSoftmax => !trace.Network.Layer(LayerCount).Activation.IsElementwise;

    public PathSum Find()
    {
        var count = 1.0;
        for (var l = start + 1; l <= LayerCount; l++) count *= Units(l);
        var complete = count <= PathSum.MostListed;
        var paths = (complete ? AllWays(start + 1, LayerCount) : LargestWays()).Select(units => Term(units, null)).ToImmutableArray();
        return new(quantity, count, paths, complete ? Stages() : [], SharedProducts(), count * (paths[0].Factors.Length - 1));
    }

    // every choice of a unit in layers from…to, the first layer slowest
    IEnumerable<ImmutableArray<int>> AllWays(int bottom, int top)
    {
        if (bottom > top) return [[]];
        return from first in Enumerable.Range(0, Units(bottom))
               from rest in AllWays(bottom + 1, top)
               select rest.Insert(0, first);
    }

    // the largest ways from each unit to the loss, layer by layer from the output: a longer way is large only if its rest is
    IEnumerable<ImmutableArray<int>> LargestWays()
    {
        var largest = Enumerable.Range(0, Units(LayerCount)).Select(u => Largest([([u], Math.Abs(Number(DeltaOf(LayerCount, u))))])).ToArray();
        for (var l = LayerCount - 1; l > start; l--)
        {
            var layer = l;
            largest = [.. Enumerable.Range(0, Units(l)).Select(u => Largest(Longer(largest, layer, u).Select(way => (way.Units.Insert(0, u), way.Size * Math.Abs(Number(DerivativeOf(layer, u)))))))];
        }
        return Largest(Longer(largest, start, unit)).Select(way => way.Units);
    }

    IEnumerable<(ImmutableArray<int> Units, double Size)> Longer(List<(ImmutableArray<int> Units, double Size)>[] ways, int layer, int lower) =>
        ways.SelectMany((own, next) => own.Select(way => (way.Units, way.Size * Math.Abs(Number(Weight(layer + 1, next, lower))))));

    static List<(ImmutableArray<int> Units, double Size)> Largest(IEnumerable<(ImmutableArray<int> Units, double Size)> ways) =>
        [.. ways.OrderByDescending(way => way.Size).ThenBy(way => string.Join(',', way.Units), StringComparer.Ordinal).Take(MostOfMany)];

    // the factors from the loss, or from the δ that stands for all behind a layer, down to the quantity
    LossPath Term(ImmutableArray<int> units, int? deltaLayer)
    {
        int At(int layer) => layer == start ? unit : units[layer - start - 1];
        var ids = ImmutableArray.CreateBuilder<QuantityId>();
        var head = deltaLayer ?? LayerCount;
        var startsWithDelta = deltaLayer is not null || (HasSoftmax && (start < LayerCount || throughZ));
        ids.Add(startsWithDelta ? DeltaOf(head, At(head)) : new(QuantityKind.ActivationGradient, LayerCount, At(LayerCount), null, sample));
        for (var l = head; l >= start; l--)
        {
            // f′ of a unit that δ stands for is in it
            if ((l > start || throughZ) && !(l == head && startsWithDelta)) ids.Add(DerivativeOf(l, At(l)));
            if (l > start) ids.Add(Weight(l, At(l), At(l - 1)));
        }
        if (input is { } last) ids.Add(last);
        var factors = ids.Select(id => new PathFactor((ScalarQuantity)trace[id])).ToImmutableArray();
        var product = factors.Aggregate(1.0, (result, factor) => result * factor.Value);
        return new(units, factors, product, quantity.Value == 0 ? null : product / quantity.Value);
    }

    ImmutableArray<PathStage> Stages()
    {
        var last = throughZ ? Math.Max(start, 1) : start + 1;
        var stages = ImmutableArray.CreateBuilder<PathStage>();
        for (var l = LayerCount; l >= last; l--)
        {
            var layer = l;
            stages.Add(new(layer, [.. AllWays(start + 1, layer).Select(units => Term(units, layer))]));
        }
        return stages.ToImmutable();
    }

    // each δ that is passed once, then the sum at the one unit, then what is behind it
    double SharedProducts()
    {
        var behind = (throughZ ? 1.0 : 0) + (input is null ? 0 : 1);
        if (start == LayerCount) return HasSoftmax && throughZ ? behind - 1 : behind;
        var products = HasSoftmax ? 0.0 : Units(LayerCount);
        for (var l = LayerCount - 1; l > start; l--) products += Units(l) * (Units(l + 1) + 1.0);
        return products + Units(start + 1) + behind;
    }

    int Units(int layer) => trace.Network.Layer(layer).Units;

    QuantityId DerivativeOf(int layer, int j) => new(QuantityKind.ActivationDerivative, layer, j, null, sample);

    QuantityId DeltaOf(int layer, int j) => new(QuantityKind.Delta, layer, j, null, sample);

    static QuantityId Weight(int layer, int upper, int lower) => new(QuantityKind.Weights, layer, upper, lower);

    double Number(QuantityId id) => ((ScalarQuantity)trace[id]).Value;
}
