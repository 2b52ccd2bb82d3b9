namespace Backprop.Teaching;

/// <summary>The entries of a quantity with their names, row by row.</summary>
static class QuantityEntries
{
    public static IEnumerable<(QuantityId Id, double Value)> Of(Quantity quantity)
    {
        switch (quantity)
        {
            case ScalarQuantity scalar:
                yield return (scalar.Id, scalar.Value);
                break;
            case VectorQuantity vector:
                var values = vector.ToArray();
                for (var j = 0; j < values.Length; j++) yield return (vector.Id.At(j), values[j]);
                break;
            case MatrixQuantity matrix:
                var rows = matrix.ToRows();
                for (var j = 0; j < matrix.Rows; j++)
                    for (var k = 0; k < matrix.Columns; k++)
                        yield return (matrix.Id.At(j, k), rows[j][k]);
                break;
            default: throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "not a kind of quantity");
        }
    }
}
