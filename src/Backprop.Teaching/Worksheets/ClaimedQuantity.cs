using System.Collections.Immutable;
using System.Globalization;

namespace Backprop.Teaching;

/// <summary>What a claimed number is: a quantity, or a product of quantities and numbers such as <c>0.5 * dA[2][0]@0 * dA[2][0]@0</c>, one output's loss.</summary>
/// <param name="Number">The product of the numbers in it.</param>
/// <param name="Factors">The quantities, at least one.</param>
sealed record ClaimedQuantity(double Number, ImmutableArray<QuantityId> Factors)
{
    /// <summary>Whether it is one quantity and nothing else.</summary>
    public bool IsOne => Number == 1 && Factors.Length == 1;

    public static ClaimedQuantity Of(QuantityId id) => new(1, [id]);

    /// <summary>Reads it, and completes each name by an example.</summary>
    /// <exception cref="UnknownQuantityException">A name is none, or none of the example's.</exception>
    public static ClaimedQuantity Parse(string text, BackpropTrace trace)
    {
        var number = 1.0;
        var factors = ImmutableArray.CreateBuilder<QuantityId>();
        foreach (var part in text.Split('*', StringSplitOptions.TrimEntries))
        {
            if (double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) && double.IsFinite(factor)) number *= factor;
            else factors.Add(trace[part] is ScalarQuantity scalar ? scalar.Id : throw new UnknownQuantityException(part, "it has more than one number, expected one of them, with its indices."));
        }
        return factors.Count > 0 ? new(number, factors.ToImmutable()) : throw new UnknownQuantityException(text, "no quantity, expected at least one.");
    }

    /// <summary>Its number and how far rounding moves it, from those of its factors.</summary>
    public Reach From(Func<QuantityId, Reach> reach)
    {
        var (value, most) = (Number, Math.Abs(Number));
        foreach (var factor in Factors)
        {
            var each = reach(factor);
            value *= each.Value;
            most *= Math.Abs(each.Value) + each.Radius;
        }
        return new(value, IsOne ? reach(Factors[0]).Radius : Math.Max(0, most - Math.Abs(value)));
    }

    public override string ToString() => string.Join(" * ", Factors.Select(factor => factor.ToString()).Prepend(NumberFormat.RoundTrip(Number)).Skip(Number == 1 ? 1 : 0));

    public bool Equals(ClaimedQuantity? other) => other is not null && Number == other.Number && Factors.SequenceEqual(other.Factors);

    public override int GetHashCode() => HashCode.Combine(Number, Factors[0], Factors.Length);
}
