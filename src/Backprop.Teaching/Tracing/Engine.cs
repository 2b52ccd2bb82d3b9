namespace Backprop.Teaching;

/// <summary>Which of the ways a pass is computed in: where samples lie, and how many numbers are taken at once. All give the same bits.</summary>
/// <param name="InLanes">Samples in lanes, for layers of few units; otherwise they are rows.</param>
/// <param name="Bits">The width of a vector, 512 or 256; 64 is one number.</param>
readonly record struct Engine(bool InLanes, int Bits)
{
    const int MostUnitsInLanes = 16;
    const int MostInputsInLanes = 32;
    const int ColdPasses = 64;
    static int passes;

    /// <summary>Whether a small pass is one of the first of this process. Compiling an engine's kernels costs more than they save then: the plain loops are at hand.</summary>
    public static bool IsCold => passes < ColdPasses && Interlocked.Increment(ref passes) <= ColdPasses;

    /// <summary>The one that suits a network.</summary>
    public static Engine For(Network network)
    {
        var inLanes = network.InputCount <= MostInputsInLanes;
        foreach (var layer in network.Layers) inLanes &= layer.Units <= MostUnitsInLanes;
        return new(inLanes, VectorWidth.WidestBits);
    }
}
