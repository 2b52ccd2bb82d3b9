namespace Backprop.Teaching;

/// <summary>
/// The definitions of a network, an objective and a number of samples, written out once as operations on numbered slots; any
/// example of that shape can be put in, with any mistakes, with the student's own numbers carried on, with each step rounded.
/// </summary>
sealed class PassProgram
{
    readonly PassBlock[] right;
    readonly Dictionary<PassBlockKey, int> places;
    readonly PassCompiler compiler;
    readonly Dictionary<Rule, IReadOnlyList<PassBlock>> ofRule = [];

    PassProgram(Network network, Objective objective, int samples)
    {
        Layout = new(network, samples);
        Order = PassOrder.Of(Layout);
        places = Order.Select((key, place) => (key, place)).ToDictionary(each => each.key, each => each.place);
        compiler = new(Layout, objective, places);
        right = [.. Order.Select(key => compiler.Compile(key))];
    }

    public PassLayout Layout { get; }

    public IReadOnlyList<PassBlockKey> Order { get; }

    public IReadOnlyDictionary<double, int> Constants => compiler.Constants;

    public int SlotCount => compiler.SlotCount;

    /// <summary>The right definitions, in order.</summary>
    public ReadOnlySpan<PassBlock> Right => right;

    public static PassProgram Of(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        return new(example.Network, example.Objective, example.SampleCount);
    }

    /// <summary>One pass through an example of this shape.</summary>
    /// <param name="example">The example.</param>
    /// <param name="digitsKept">How many significant digits are kept of the result of each operation; null for all.</param>
    /// <param name="carried">Numbers that stand in for what is computed wherever they are used further on.</param>
    /// <param name="rules">The mistakes that are made.</param>
    public RoundedPass Run(Example example, int? digitsKept = null, IReadOnlyDictionary<QuantityId, WrittenNumber>? carried = null, params ReadOnlySpan<Rule> rules)
    {
        var blocks = Blocks(rules);
        var pass = new RoundedPass(this, example, digitsKept, carried);
        return pass.With(blocks);
    }

    /// <summary>The changed blocks of these mistakes together, in order.</summary>
    public IReadOnlyList<PassBlock> Blocks(params ReadOnlySpan<Rule> rules)
    {
        if (rules.Length == 0) return [];
        if (rules.Length == 1) return BlocksOf(rules[0]);
        var changed = new SortedDictionary<int, PassBlock>();
        var patches = new List<Patch>();
        foreach (var rule in rules)
        {
            foreach (var block in BlocksOf(rule))
                // two mistakes in one definition: the second is made in what the first has left
                changed[block.Index] = changed.ContainsKey(block.Index) ? Compile(Order[block.Index], [.. patches, .. rule.Patches]) : block;
            patches.AddRange(rule.Patches);
        }
        return [.. changed.Values];
    }

    /// <summary>The block in which a quantity is computed; −1 for what is given.</summary>
    public int Place(QuantityId id, PassStage stage = PassStage.Pass) => places.GetValueOrDefault(new(id.Kind, id.Layer ?? 0, stage), -1);

    IReadOnlyList<PassBlock> BlocksOf(Rule rule)
    {
        if (ofRule.TryGetValue(rule, out var blocks)) return blocks;
        blocks = [.. rule.Patches.SelectMany(Blocks).Distinct().OrderBy(key => places[key]).Select(key => Compile(key, rule.Patches))];
        ofRule.Add(rule, blocks);
        return blocks;
    }

    // a mistake in the forward pass is made again after the step
    IEnumerable<PassBlockKey> Blocks(Patch patch)
    {
        yield return patch.Block;
        if (patch.Block.Stage != PassStage.Pass) yield break;
        if (patch.Block.Kind is QuantityKind.PreActivation or QuantityKind.Activation or QuantityKind.SampleLoss) yield return patch.Block with { Stage = PassStage.After };
        if (patch.Block.Kind == QuantityKind.DataLoss) yield return patch.Block with { Kind = QuantityKind.DataLossAfter };
    }

    PassBlock Compile(PassBlockKey key, IReadOnlyList<Patch> patches) => compiler.Compile(key, [.. patches.Where(patch => Blocks(patch).Contains(key))]);
}
