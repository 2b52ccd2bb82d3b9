using System.Globalization;

namespace Backprop.Teaching;

/// <summary>The canonical symbol of a quantity in plain Unicode, for example δ⁽¹⁾₀ or ∂J₀/∂W⁽²⁾₀₁.</summary>
static class QuantitySymbol
{
    public static string Of(QuantityId id)
    {
        var upper = id.Layer is { } layer ? "⁽" + Raised(layer) + "⁾" : "";
        var lower = id.Row is not { } row ? "" : id.Column is not { } column ? Lowered(row) : row > 9 || column > 9 ? Lowered(row) + "," + Lowered(column) : Lowered(row) + Lowered(column);
        var loss = id.Sample is { } sample ? "J" + Lowered(sample) : "Jᵢ";
        return id.Kind switch
        {
            QuantityKind.Input => "x" + lower,
            QuantityKind.Target => "y" + lower,
            QuantityKind.Weights => "W" + upper + lower,
            QuantityKind.Biases => "b" + upper + lower,
            QuantityKind.PreActivation => "z" + upper + lower,
            QuantityKind.Activation => "a" + upper + lower,
            QuantityKind.ActivationDerivative => "f′(z" + upper + lower + ")",
            QuantityKind.ActivationJacobian => id.Row is { } to && id.Column is { } from ? $"∂a{upper}{Lowered(to)}/∂z{upper}{Lowered(from)}" : $"∂a{upper}/∂z{upper}",
            QuantityKind.SampleLoss => loss,
            QuantityKind.ActivationGradient => $"∂{loss}/∂a{upper}{lower}",
            QuantityKind.Delta => "δ" + upper + lower,
            QuantityKind.WeightGradient => $"∂{loss}/∂W{upper}{lower}",
            QuantityKind.BiasGradient => $"∂{loss}/∂b{upper}{lower}",
            QuantityKind.InputGradient => $"∂{loss}/∂x{lower}",
            QuantityKind.WeightGradientSum => $"Σᵢ ∂Jᵢ/∂W{upper}{lower}",
            QuantityKind.BiasGradientSum => $"Σᵢ ∂Jᵢ/∂b{upper}{lower}",
            QuantityKind.WeightGradientMean => $"(1/m) Σᵢ ∂Jᵢ/∂W{upper}{lower}",
            QuantityKind.BiasGradientMean => $"(1/m) Σᵢ ∂Jᵢ/∂b{upper}{lower}",
            QuantityKind.WeightDecayTerm => $"λ W{upper}{lower}",
            QuantityKind.TotalWeightGradient => $"∂J/∂W{upper}{lower}",
            QuantityKind.TotalBiasGradient => $"∂J/∂b{upper}{lower}",
            QuantityKind.WeightStep => $"−η ∂J/∂W{upper}{lower}",
            QuantityKind.BiasStep => $"−η ∂J/∂b{upper}{lower}",
            QuantityKind.WeightsAfter => $"W{upper}{lower} after the step",
            QuantityKind.BiasesAfter => $"b{upper}{lower} after the step",
            QuantityKind.DataLoss => "data loss",
            QuantityKind.DecayLoss => "decay loss",
            QuantityKind.Loss => "J",
            QuantityKind.DataLossAfter => "data loss after the step",
            QuantityKind.DecayLossAfter => "decay loss after the step",
            QuantityKind.LossAfter => "J after the step",
            _ => throw new ArgumentOutOfRangeException(nameof(id), id, "not a kind of quantity"),
        };
    }

    public static string Raised(int number) => Each(number, "⁰¹²³⁴⁵⁶⁷⁸⁹");

    public static string Lowered(int number) => Each(number, "₀₁₂₃₄₅₆₇₈₉");

    static string Each(int number, string digits) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => digits[digit - '0']));
}
