namespace Backprop.Teaching.Tests.Numerics;

public sealed unsafe class ActivationBlockTests
{
    static readonly double[] Points =
    [
        0, -0.0, 1e-300, -1e-300, double.Epsilon, 0.5, -0.5, 36.7, -36.7, 37, -37, 707.9, -707.9, 708, -708, 708.1, -708.1,
        720, -720, 745.1, -745.1, 746, -746, 1e5, -1e5, double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
    ];

    [Fact]
    public void A_block_of_sigmoids_has_the_bits_of_each_alone_with_any_number_of_lanes_and_any_neighbours()
    {
        var random = new Random(20261124);
        for (var round = 0; round < 200; round++)
        {
            // longer than the block that is worked on at once; most rounds have few extreme numbers, some have none
            var z = Enumerable.Range(0, 1160).Select(_ => random.Next(40 * (round % 8)) == 1 ? Points[random.Next(Points.Length)] : (random.NextDouble() - 0.5) * 60).ToArray();
            AssertAlone<Lanes512>(z);
            AssertAlone<Lanes256>(z);
            AssertAlone<OneLane>(z);
        }
    }

    static void AssertAlone<V>(double[] values)
        where V : struct, ILanes<V>
    {
        AlignedMemory z = new(values.Length), a = new(values.Length), d = new(values.Length);
        values.CopyTo(z.Numbers);
        var finite = Elementwise<V>.Activate(ActivationFunction.Sigmoid, z.Start, a.Start, d.Start, values.Length);
        Assert.Equal(values.All(double.IsFinite), finite);
        for (var n = 0; n < values.Length; n++)
        {
            var alone = Elementary.Sigmoid(values[n]);
            Assert.True(BitConverter.DoubleToInt64Bits(alone) == BitConverter.DoubleToInt64Bits(a.Numbers[n]), $"σ({values[n]:R}): {a.Numbers[n]:R} in a block, {alone:R} alone");
            if (!double.IsNaN(alone)) Assert.Equal(BitConverter.DoubleToInt64Bits(alone * (1 - alone)), BitConverter.DoubleToInt64Bits(d.Numbers[n]));
        }
    }
}
