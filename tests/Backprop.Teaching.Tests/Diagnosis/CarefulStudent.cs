using System.Globalization;

namespace Backprop.Teaching.Tests.Diagnosis;

/// <summary>A student who makes no mistake, rounds each quantity to a number of significant digits, goes on with the rounded one and writes it down.</summary>
sealed class CarefulStudent(Example example, int? digits)
{
    readonly ExpressionBinder binder = new(example.Network, example.SampleCount);
    readonly Dictionary<QuantityId, double> known = [];

    public static IEnumerable<QuantityId> Asked(Example example) => Backpropagation.Run(example).Quantities()
        .Concat(example.LearningRate is null ? [] : Enumerable.Range(1, example.Network.LayerCount).Select(l => new QuantityId(QuantityKind.WeightsAfter, l)))
        .Where(id => id.Kind is not (QuantityKind.Weights or QuantityKind.Biases or QuantityKind.Input or QuantityKind.Target))
        .SelectMany(id => Entries(id, example.Network));

    public double Value(QuantityId id)
    {
        if (known.TryGetValue(id, out var value)) return value;
        var definition = Definition.Of(id, example.Network, example.Objective);
        value = definition.Entry is null ? Given(id) : Rounded(ExpressionEvaluator.Evaluate(
            binder.Bind(definition.Entry, ("l", id.Layer), ("j", id.Row), ("k", id.Column), ("i", id.Sample)), Value, parameter => FormulaParameters.Value(parameter, example, example.LearningRate)));
        return known[id] = value;
    }

    public string Text(QuantityId id) => Written(Value(id), digits ?? 12);

    public string Sheet(IEnumerable<QuantityId> asked) => string.Join('\n', asked.Select(id => $"{id} = {Text(id)}"));

    public static string Written(double value, int digits) => value == 0 ? "0" : value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture);

    double Given(QuantityId id) => id.Kind switch
    {
        QuantityKind.Input => example.Input(id.Sample!.Value)[id.Row!.Value],
        QuantityKind.Target => example.Target(id.Sample!.Value)[id.Row!.Value],
        QuantityKind.Weights => example.Network.Layer(id.Layer!.Value).Weight(id.Row!.Value, id.Column!.Value),
        _ => example.Network.Layer(id.Layer!.Value).Bias(id.Row!.Value),
    };

    double Rounded(double value) => digits is { } kept && value != 0 && double.IsFinite(value) ? double.Parse(Written(value, kept), CultureInfo.InvariantCulture) : value;

    static IEnumerable<QuantityId> Entries(QuantityId id, Network network)
    {
        if (id.IsScalar) return [id];
        var (rows, columns) = QuantityShape.Of(id, network);
        return from j in Enumerable.Range(0, rows) from k in Enumerable.Range(0, columns) select id.Info.Indices == 1 ? id.At(j) : id.At(j, k);
    }
}
