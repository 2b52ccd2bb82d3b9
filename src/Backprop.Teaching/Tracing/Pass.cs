namespace Backprop.Teaching;

/// <summary>One forward and backward pass into a block, by the engine that was chosen.</summary>
static unsafe class Pass
{
    /// <summary>Runs an example; where a number leaves the range of float64, the plain loops say which.</summary>
    /// <exception cref="NumericOverflowException">A number of the pass leaves the range of float64.</exception>
    public static TraceBlock Run(Example example, Engine engine)
    {
        var block = new TraceBlock(new(example.Network, example.SampleCount, engine.InLanes));
        WeightImage? image = null;
        if (!engine.InLanes)
        {
            image = new(example.Network, isComplete: false);
            image.Hold(example.Network);
        }
        return TryRun(example, block, image, engine) ? block : RunNamed(example);
    }

    /// <summary>Runs an example into a block; false where a number is not finite.</summary>
    public static bool TryRun(Example example, TraceBlock block, WeightImage? image, Engine engine)
    {
        fixed (double* x = example.InputRows[0], y = example.TargetRows[0], numbers = block.Numbers)
            return TryRun(new(example.Network, example.Objective, x, y), block.Layout, numbers, image, engine);
    }

    /// <summary>The same on samples anywhere in memory.</summary>
    public static bool TryRun(PassInput input, TraceLayout layout, double* numbers, WeightImage? image, Engine engine) => engine.Bits switch
    {
        512 => TryRun<Lanes512>(input, layout, numbers, image),
        256 => TryRun<Lanes256>(input, layout, numbers, image),
        _ => TryRun<OneLane>(input, layout, numbers, image),
    };

    /// <summary>The plain loops, which name the first number that leaves the range.</summary>
    public static TraceBlock RunNamed(Example example)
    {
        var block = new TraceBlock(new(example.Network, example.SampleCount, inLanes: false));
        ForwardPass.Run(example, block);
        BackwardPass.Run(example, block);
        return block;
    }

    static bool TryRun<V>(PassInput input, TraceLayout layout, double* numbers, WeightImage? image)
        where V : struct, ILanes<V>
    {
        if (!layout.InLanes) return new RowPass<V>(input, layout, numbers, image!, Share.Whole).TryRun();
        return layout.SampleCount < TraceLayout.FewestForLanes
            ? new LanePass<V, OneLane>(input, layout, numbers, image).TryRun()
            : new LanePass<V, V>(input, layout, numbers, image).TryRun();
    }
}
