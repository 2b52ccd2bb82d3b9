using System.Collections;
using System.Globalization;
using System.Text.Json;
using Xunit.Sdk;

namespace Backprop.Teaching.Tests;

/// <summary>Compares numbers to |x − y| ≤ tolerance · max(1, |y|), and nested arrays and objects of them with their shape.</summary>
static class Close
{
    public const double Golden = 1e-12;

    public static bool Are(double actual, double expected, double tolerance = Golden) =>
        Math.Abs(actual - expected) <= tolerance * Math.Max(1, Math.Abs(expected));

    public static void Assert(double expected, double actual, string what, double tolerance = Golden)
    {
        if (!Are(actual, expected, tolerance)) throw new XunitException(FormattableString.Invariant($"{what}: found {actual:R}, expected {expected:R}, tolerance {tolerance}"));
    }

    /// <summary>Numbers, texts that explain them, arrays and objects; every field and entry of either side must have its partner.</summary>
    /// <returns>How many numbers were compared.</returns>
    public static int AssertTree(JsonElement expected, object? actual, string path)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Number:
                Assert(expected.GetDouble(), Convert.ToDouble(actual, CultureInfo.InvariantCulture), path);
                return 1;
            case JsonValueKind.Null:
                if (actual is not null) throw new XunitException($"{path}: found {actual}, expected null");
                return 0;
            case JsonValueKind.Array:
                var entries = (actual as IEnumerable ?? throw new XunitException($"{path}: found {actual ?? "nothing"}, expected an array")).Cast<object>().ToList();
                if (entries.Count != expected.GetArrayLength()) throw new XunitException($"{path}: found {entries.Count} entries, expected {expected.GetArrayLength()}");
                return entries.Select((entry, index) => AssertTree(expected[index], entry, $"{path}[{index}]")).Sum();
            case JsonValueKind.Object:
                var fields = (Dictionary<string, object?>)actual!;
                var names = expected.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.String).Select(field => field.Name).ToList();
                if (!names.Order().SequenceEqual(fields.Keys.Order())) throw new XunitException($"{path}: found {string.Join(' ', fields.Keys)}, expected {string.Join(' ', names)}");
                return names.Sum(name => AssertTree(expected.GetProperty(name), fields[name], $"{path}.{name}"));
            default:
                throw new XunitException($"{path}: found {expected.ValueKind}, expected numbers");
        }
    }
}
