namespace Backprop.Teaching;

/// <summary>Gradients from elsewhere, held against the numeric ones: shapes first, then numbers, then the question of a transpose.</summary>
sealed class GivenGradients
{
    const string Kinds = "a MathNet vector or matrix, double[], double[,] or double[][] of rows";
    readonly Example example;
    readonly Dictionary<(QuantityKind Kind, int Layer), NumberTable> tables = [];
    readonly List<string> problems = [];

    public GivenGradients(Example example, IReadOnlyList<object?> weights, IReadOnlyList<object?>? biases)
    {
        this.example = example;
        Read(QuantityKind.Weights, "weights", weights);
        if (biases is not null) Read(QuantityKind.Biases, "biases", biases);
    }

    public GradientCheckReport Check(double h)
    {
        var loss = ForwardLoss.Of(example, example.Network);
        if (!double.IsFinite(loss)) throw new NumericOverflowException(new(QuantityKind.Loss));
        foreach (var key in tables.Keys.ToList()) CheckShape(key);
        var numeric = NumericGradient.All(example, h).Where(each => tables.ContainsKey(Key(each.Quantity))).ToList();
        foreach (var layer in numeric.GroupBy(each => Key(each.Quantity))) LookForTranspose(layer.Key, [.. layer], loss);
        return new("Check of given gradients", example, h, loss, numeric.Select(each => Judge(tables[Key(each.Quantity)], each, loss)), problems);
    }

    void Read(QuantityKind kind, string field, IReadOnlyList<object?> given)
    {
        var layers = example.Network.LayerCount;
        if (given.Count != layers) throw new InvalidInputException(field, "", given.Count == 1 ? "1 gradient" : $"{given.Count} gradients", $"{layers}, one for each layer");
        for (var l = 1; l <= layers; l++)
        {
            var value = given[l - 1];
            var hasNone = kind == QuantityKind.Biases && !example.Network.Layer(l).HasBias;
            if (hasNone && value is null) continue;
            var table = NumberTable.Of(value) ?? throw new InvalidInputException("", $"{field}[{l - 1}] (layer {l})", NumberTable.Describe(value), hasNone ? "null: the layer has no bias" : Kinds);
            if (hasNone) problems.Add($"b of layer {l}: found {table.Shape}, expected none: the layer has no bias.");
            else tables[(kind, l)] = table;
        }
    }

    void CheckShape((QuantityKind Kind, int Layer) key)
    {
        var table = tables[key];
        var layer = example.Network.Layer(key.Layer);
        var (rows, columns) = (layer.Units, key.Kind == QuantityKind.Weights ? layer.Inputs : 1);
        if (table.Rows == rows && table.Columns == columns) return;
        var problem = $"{Name(key)}: found {table.Shape}, expected {rows}×{columns}";
        if (table.Rows == columns && table.Columns == rows)
        {
            tables[key] = table.Transposed();
            problems.Add(problem + ": a transpose is missing. Its entries are judged as transposed.");
        }
        else
        {
            tables.Remove(key);
            problems.Add(problem + ". It is not judged.");
        }
    }

    // a square W fits either way round: only the numbers tell
    void LookForTranspose((QuantityKind Kind, int Layer) key, List<NumericDerivative> numeric, double loss)
    {
        var table = tables[key];
        if (key.Kind != QuantityKind.Weights || table.Rows != table.Columns || table.Rows == 1) return;
        if (!numeric.Exists(each => Judge(table, each, loss).Fails)) return;
        var transposed = table.Transposed();
        if (!numeric.Exists(each => Judge(transposed, each, loss).Fails))
            problems.Add($"{Name(key)}: every entry would pass in the transposed matrix: a transpose is missing.");
    }

    static ParameterCheck Judge(NumberTable table, NumericDerivative numeric, double loss) =>
        new(table[numeric.Quantity.Row!.Value, numeric.Quantity.Column ?? 0], numeric, loss);

    static (QuantityKind Kind, int Layer) Key(QuantityId id) => (id.Kind, id.Layer!.Value);

    static string Name((QuantityKind Kind, int Layer) key) => $"∂J/∂{(key.Kind == QuantityKind.Weights ? "W" : "b")} of layer {key.Layer}";
}
