namespace Backprop.Teaching.Tests.Numerics;

public class SumOfProductsTests
{
    const int Seed = 20261124;

    [Fact]
    public void No_terms_make_0()
    {
        Assert.Equal(0, SumOfProducts.Of([], []));
        Assert.Equal(0, SumOfProducts.Of(0, [], 3, [], 5));
    }

    [Fact]
    public void One_term_is_the_product_rounded_once() => Assert.Equal(0.1 * 0.7, SumOfProducts.Of([0.1], [0.7]));

    [Fact]
    public void A_small_hand_computed_sum() => Assert.Equal(32, SumOfProducts.Of([1, 2, 3], [4, 5, 6]));

    // (1 + ε)² = 1 + 2ε + ε²: rounded before the addition, ε² would be lost
    [Fact]
    public void The_product_is_not_rounded_before_it_is_added()
    {
        var epsilon = Math.ScaleB(1, -52);
        Assert.Equal(epsilon * epsilon, SumOfProducts.Of([-1 - 2 * epsilon, 1 + epsilon], [1, 1 + epsilon]));
    }

    // 1 + tiny + tiny stays 1 from the left, and would not from the right
    [Fact]
    public void The_terms_come_in_ascending_index()
    {
        var tiny = Math.ScaleB(1, -53);
        Assert.Equal(1, SumOfProducts.Of([1, tiny, tiny], [1, 1, 1]));
        Assert.Equal(1 + 2 * tiny, SumOfProducts.Of([tiny, tiny, 1], [1, 1, 1]));
    }

    // the partial sums of four or eight lanes would cancel differently
    [Fact]
    public void It_is_one_chain_and_not_several()
    {
        double[] huge = [1e300, 1, 1, 1, -1e300, 1, 1, 1, 1e300, 1, 1, 1, -1e300, 1, 1, 1];
        double[] ones = [.. Enumerable.Repeat(1.0, huge.Length)];
        Assert.Equal(3, SumOfProducts.Of(huge, ones));
    }

    [Fact]
    public void The_chain_is_the_definition_to_the_bit()
    {
        var random = new Random(Seed);
        for (var length = 1; length < 200; length++)
        {
            var a = Numbers(random, length);
            var b = Numbers(random, length);
            var sum = 0.0;
            for (var k = 0; k < length; k++) sum = Math.FusedMultiplyAdd(a[k], b[k], sum);
            Assert.True(sum.Equals(SumOfProducts.Of(a, b)), $"Length {length}, seed {Seed}.");
        }
    }

    [Fact]
    public void Strided_data_give_the_bits_of_the_gathered_data()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 300; round++)
        {
            var (count, aStride, bStride) = (random.Next(1, 40), random.Next(1, 9), random.Next(1, 9));
            var a = Numbers(random, (count - 1) * aStride + 1);
            var b = Numbers(random, (count - 1) * bStride + 1);
            double[] gatheredA = [.. Enumerable.Range(0, count).Select(k => a[k * aStride])];
            double[] gatheredB = [.. Enumerable.Range(0, count).Select(k => b[k * bStride])];
            Assert.True(SumOfProducts.Of(gatheredA, gatheredB).Equals(SumOfProducts.Of(count, a, aStride, b, bStride)), $"Round {round}, seed {Seed}.");
        }
    }

    [Fact]
    public void Different_lengths_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => SumOfProducts.Of([1, 2, 3], [4, 5]));
        Assert.Contains("found 2, expected 3", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, -2)]
    public void A_negative_count_and_a_stride_below_1_are_refused(int count, int aStride, int bStride) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SumOfProducts.Of(count, [1, 2], aStride, [3, 4], bStride));

    [Theory]
    [InlineData(3, 2, 1, "a")]
    [InlineData(3, 1, 2, "b")]
    [InlineData(65537, 65536, 1, "a")]
    public void A_span_that_ends_too_early_is_refused(int count, int aStride, int bStride, string name) =>
        Assert.Equal(name, Assert.Throws<ArgumentException>(() => SumOfProducts.Of(count, new double[4], aStride, new double[4], bStride)).ParamName);

    static double[] Numbers(Random random, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => Math.ScaleB(random.NextDouble() - 0.5, random.Next(-30, 30)))];
}
