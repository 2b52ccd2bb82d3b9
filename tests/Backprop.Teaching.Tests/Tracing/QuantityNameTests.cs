namespace Backprop.Teaching.Tests.Tracing;

public class QuantityNameTests
{
    [Fact]
    public void Every_quantity_is_found_by_its_name_and_its_name_reads_back() => GeneratedNets.ForEach(example =>
    {
        var trace = Backpropagation.Run(example);
        Assert.Equal(trace.Quantities().Count(), trace.Quantities().Distinct().Count());
        foreach (var quantity in Bits.All(trace))
        {
            Assert.Equal(quantity.Id, QuantityId.Parse(quantity.Name));
            Assert.True(QuantityId.TryParse(quantity.Name, out var id));
            Assert.Equal(quantity.Id, id);
            Assert.Equal(quantity.Shape, trace[quantity.Name].Shape);
            foreach (var entry in Bits.Entries(quantity))
            {
                Assert.Equal(entry.Id, QuantityId.Parse(entry.Name));
                Assert.True(entry.Id.IsScalar);
                Bits.AssertSame(entry, trace.Value(entry.Name), entry.Name);
                Assert.Equal(entry.Name, trace[entry.Id].Name);
                if (trace.SampleCount > 1 || entry.Id.Sample is null) continue;
                Bits.AssertSame(entry, trace.Value(entry.Name[..entry.Name.IndexOf('@', StringComparison.Ordinal)]), entry.Name);
            }
        }
    }, 100);

    [Fact]
    public void Every_kind_of_quantity_has_a_name_of_its_own_and_is_in_some_trace()
    {
        var kinds = new HashSet<QuantityKind>();
        GeneratedNets.ForEach(example => kinds.UnionWith(Bits.All(Backpropagation.Run(example)).Select(quantity => quantity.Id.Kind)));
        Assert.Equal(Enum.GetValues<QuantityKind>(), kinds.Order());
        Assert.Equal(kinds.Count, kinds.Select(kind => new QuantityId(kind).KindName).Distinct().Count());
    }

    [Theory]
    [InlineData(" delta [ 1 ] [ 0 ] @ 1 ", "delta[1][0]@1")]
    [InlineData("W[2][0, 3]", "W[2][0,3]")]
    [InlineData("a[0][2]@1", "x[2]@1")]
    [InlineData("a[0]@1", "x@1")]
    public void Spaces_and_the_zeroth_activation_are_understood(string written, string name) => Assert.Equal(name, QuantityId.Parse(written).ToString());

    // 3-4-2, four samples
    [Theory]
    [InlineData("delta[3][0]@0", "layer 3 is out of range, expected 1 to 2")]
    [InlineData("delta[0][0]@0", "layer 0 is out of range, expected 1 to 2")]
    [InlineData("delta[1][4]@0", "unit 4 is out of range, expected 0 to 3")]
    [InlineData("W[1][4,0]", "row 4 is out of range, expected 0 to 3")]
    [InlineData("W[1][0,3]", "column 3 is out of range, expected 0 to 2")]
    [InlineData("delta[1][0]@4", "sample 4 is out of range, expected @0 to @3")]
    [InlineData("delta[1][0]", "expected @0 to @3")]
    [InlineData("x[3]@0", "unit 3 is out of range, expected 0 to 2")]
    [InlineData("jacobian[2][0,0]@0", "expected fprime[2]")]
    [InlineData("delta", "delta[layer][unit]@sample")]
    [InlineData("delta[1][0,0]@0", "expected delta[layer][unit]@sample")]
    [InlineData("J@0", "belongs to the whole batch")]
    [InlineData("gamma[1]", "no quantity is called 'gamma'")]
    [InlineData("delta[1][0]@", "a sample after @")]
    [InlineData("delta[1][-1]@0", "a whole number ≥ 0")]
    [InlineData("delta[1][0]@0 x", "expected the end of the name")]
    public void A_name_that_is_none_says_which_part_and_what_was_expected(string name, string problem)
    {
        var trace = Backpropagation.Run(Golden.GoldenCase.Of("b2").Example);
        var error = Assert.Throws<UnknownQuantityException>(() => trace[name]);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(name.Trim(), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_several_samples_a_layer_says_that_its_numbers_belong_to_one()
    {
        var trace = Backpropagation.Run(Golden.GoldenCase.Of("b2").Example);
        var error = Assert.Throws<InvalidOperationException>(() => trace.Layer(1).Delta);
        Assert.Contains("trace.Sample(i).Layer(1).Delta with i from 0 to 3", error.Message, StringComparison.Ordinal);
        Assert.Equal("4×3", trace.Layer(1).TotalWeightGradient.Shape);
    }
}
