namespace Backprop.Teaching.Tests.Tracing;

public class BatchMatricesTests
{
    static readonly BackpropTrace Trace = Backpropagation.Run(Examples.RowBatch);

    [Theory]
    [InlineData("x", 3)]
    [InlineData("y", 2)]
    [InlineData("z[1]", 4)]
    [InlineData("a[2]", 2)]
    [InlineData("delta[1]", 4)]
    [InlineData("dx", 3)]
    public void A_batch_has_a_column_for_each_sample(string name, int units)
    {
        var batch = Trace.Batch(name);
        Assert.Equal((units, 4), (batch.RowCount, batch.ColumnCount));
        for (var i = 0; i < 4; i++)
            for (var j = 0; j < units; j++) Assert.Equal(Trace.Value($"{name}[{j}]@{i}"), batch[j, i]);
    }

    [Theory]
    [InlineData("W[1]")]
    [InlineData("dW[1]")]
    [InlineData("loss")]
    [InlineData("a[1]@0")]
    [InlineData("a[1][0]")]
    public void What_is_no_vector_of_each_sample_has_no_batch(string name) =>
        Assert.Contains("expected a vector that each sample has", Assert.Throws<UnknownQuantityException>(() => Trace.Batch(name)).Message, StringComparison.Ordinal);
}
