using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Makes the certificate of a worksheet from what its numbers tell apart.</summary>
sealed class CertificateWriter(Worksheet worksheet, MistakeSeparation separation)
{
    const int MostTelling = 10;

    readonly MistakeNumbers numbers = worksheet.Numbers;
    readonly Dictionary<QuantityId, string[]> written = [];

    public WorksheetCertificate Write() => new(
        $"Certificate of worksheet {worksheet.Plan.Shape}, seed {worksheet.Plan.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
        separation.Labels.Count(), [.. separation.Alone], Twins(), [.. separation.Hidden], Telling(), separation.Rounding, separation.LeastSafe, separation.WorstRounding);

    // those that reach one another over shared answers
    ImmutableArray<TwinGroup> Twins()
    {
        var groups = ImmutableArray.CreateBuilder<TwinGroup>();
        var left = separation.Shared.ToList();
        var others = left.ToDictionary(label => label, label => separation.Others(label).ToList());
        while (left.Count > 0)
        {
            var (group, open) = (new List<string>(), new Queue<string>([left[0]]));
            while (open.TryDequeue(out var label))
            {
                if (!left.Remove(label)) continue;
                group.Add(label);
                foreach (var other in left.Where(other => others[label].Contains(other) || others[other].Contains(label))) open.Enqueue(other);
            }
            // one that reaches only what is not shared itself stands with it
            if (group.Count == 1) group.AddRange(others[group[0]]);
            groups.Add(new([.. group], AskToo(group)));
        }
        return groups.ToImmutable();
    }

    // where most pairs of the group lead to nothing in common, whichever form of each is made
    QuantityId? AskToo(List<string> group)
    {
        var best = Candidates().Select(id => (Id: id, Count: Apart([.. group.Select(label => separation.Forms(label).Select(rule => Written(id)[rule]).ToHashSet())]))).MaxBy(each => each.Count);
        return best.Count > 0 ? best.Id : null;
    }

    static int Apart(List<HashSet<string>> sets) => sets.Select((one, n) => sets.Skip(n + 1).Count(other => !one.Overlaps(other))).Sum();

    // the largest split first; each next one splits what the ones before have left together
    ImmutableArray<(QuantityId, int)> Telling()
    {
        var telling = ImmutableArray.CreateBuilder<(QuantityId, int)>();
        var keys = Enumerable.Repeat("", separation.Rules.Length + 1).ToArray();
        var groups = 1;
        while (telling.Count < MostTelling)
        {
            var (id, count) = Candidates().Select(each => (each, Split(keys, each).Distinct().Count())).MaxBy(each => each.Item2);
            if (count == groups) break;
            telling.Add((id, count));
            (keys, groups) = ([.. Split(keys, id)], count);
        }
        return telling.ToImmutable();
    }

    IEnumerable<string> Split(string[] keys, QuantityId id) => keys.Select((key, rule) => key + "|" + Written(id)[rule]);

    // with each mistake, then without any
    string[] Written(QuantityId id)
    {
        if (!written.TryGetValue(id, out var texts))
            written[id] = texts = [.. Enumerable.Range(0, separation.Rules.Length).Select(rule => MistakeNumbers.Written(numbers.With(rule, id))), MistakeNumbers.Written(numbers.Right[id].Value)];
        return texts;
    }

    IEnumerable<QuantityId> Candidates()
    {
        var example = worksheet.Example;
        var network = example.Network;
        for (var i = 0; i < example.SampleCount; i++)
            for (var l = network.LayerCount; l >= 1; l--)
                foreach (var kind in (QuantityKind[])[QuantityKind.Delta, QuantityKind.Activation])
                    for (var j = 0; j < network.Layer(l).Units; j++) yield return new(kind, l, j, null, i);
        for (var l = network.LayerCount; l >= 1; l--)
            for (var j = 0; j < network.Layer(l).Units; j++)
            {
                yield return new(QuantityKind.TotalBiasGradient, l, j);
                for (var k = 0; k < network.Layer(l).Inputs; k++) yield return new(QuantityKind.TotalWeightGradient, l, j, k);
            }
        for (var l = network.LayerCount; l >= 1; l--)
        {
            yield return new(QuantityKind.BiasesAfter, l, 0);
            yield return new(QuantityKind.WeightsAfter, l, 0, 0);
        }
        yield return new(QuantityKind.Loss);
        yield return new(QuantityKind.LossAfter);
    }
}
