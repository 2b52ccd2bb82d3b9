namespace Backprop.Teaching;

/// <summary>The compiled operations of one block, and which blocks it reads.</summary>
/// <param name="Index">Its place in the order of the pass.</param>
/// <param name="Ops">The operations.</param>
/// <param name="Reads">The places of the blocks that it reads.</param>
sealed record PassBlock(int Index, PassOp[] Ops, int[] Reads);
