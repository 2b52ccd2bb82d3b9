using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>
/// An erratum in numbers: what the printed formula gives, what the right one gives, and what central differences of the
/// forward loss say, on one example, all computed when it was asked for. Immutable.
/// </summary>
public sealed class ErratumDemonstration : Displayable
{
    internal ErratumDemonstration(Example example, string quantity, ErratumValue printed, ErratumValue right, ErratumValue finiteDifference, string measured)
    {
        Example = example.Name;
        Quantity = quantity;
        Printed = printed;
        Right = right;
        FiniteDifference = finiteDifference;
        HowMeasured = measured;
    }

    /// <summary>The name of the example.</summary>
    public string Example { get; }

    /// <summary>What was computed, in words and in the text's own symbols.</summary>
    public string Quantity { get; }

    /// <summary>What the formula as printed gives.</summary>
    public ErratumValue Printed { get; }

    /// <summary>What the right formula gives: from the trace of the example.</summary>
    public ErratumValue Right { get; }

    /// <summary>The same from central differences of the forward loss alone.</summary>
    public ErratumValue FiniteDifference { get; }

    /// <summary>Which difference was taken, and how the quantity follows from it where it is no derivative itself.</summary>
    public string HowMeasured { get; }

    /// <summary>h of (J(v + h) − J(v − h)) / 2h.</summary>
    public double Step { get; } = Measured.Step;

    /// <summary>How far right and finite difference may lie apart, in every entry: 1e-8.</summary>
    public double Tolerance { get; } = 1e-8;

    /// <summary>Whether the right value agrees with the finite difference within <see cref="Tolerance"/>.</summary>
    public bool Agrees => Right.LargestDifference(FiniteDifference) <= Tolerance;

    /// <summary>The largest difference of printed and right; null where they cannot be compared: a shape error, or two shapes.</summary>
    public double? Difference => Printed.LargestDifference(Right);

    /// <summary>Other numbers in which the same erratum shows; often none.</summary>
    public ImmutableArray<ErratumDemonstration> Further { get; private init; } = [];

    internal ErratumDemonstration And(params ImmutableArray<ErratumDemonstration> further) =>
        new(this) { Further = further };

    ErratumDemonstration(ErratumDemonstration original)
    {
        Example = original.Example;
        Quantity = original.Quantity;
        Printed = original.Printed;
        Right = original.Right;
        FiniteDifference = original.FiniteDifference;
        HowMeasured = original.HowMeasured;
    }

    internal override DisplayNode View() => new StackNode(
    [
        new TextNode($"{Example}: {Quantity}"),
        Numbers(),
        new TextNode(Verdict()),
        .. Further.Select(each => each.View()),
    ]);

    DisplayNode Numbers()
    {
        if (Difference is null || Right.Columns > 1)
        {
            return new StackNode(
            [
                new LabelledNode("as printed", Printed.View()),
                new LabelledNode("right", Right.View()),
                new LabelledNode("finite difference", FiniteDifference.View()),
            ]);
        }
        return new TableNode(null, ["", "as printed", "right", "finite difference"], [.. Enumerable.Range(0, Right.Rows).Select(Row)]);
    }

    IReadOnlyList<DisplayCell> Row(int j)
    {
        double[] numbers = [Printed[j], Right[j], FiniteDifference[j]];
        var head = Right.IsScalar ? "" : $"[{j}]";
        // where the usual digits would show two different numbers as one, all digits are shown
        var alike = Right.IsScalar && NumberFormat.Default.Format(Printed[j]) == NumberFormat.Default.Format(Right[j]);
        return [head, .. numbers.Select(number => alike ? DisplayCell.Of(NumberFormat.Exact(number, 12)) : DisplayCell.Of(number))];
    }

    string Verdict()
    {
        var printed = Difference is { } difference
            ? $"Printed and right differ by up to {NumberFormat.Default.Format(difference)}"
            : Printed.ShapeError is not null ? "As printed there is no value" : $"As printed the shape is {Printed.Shape} instead of {Right.Shape}";
        var all = new NumberFormat(17);
        return $"{printed}; right and finite difference {(Agrees ? "agree" : "do not agree")} within {all.Format(Tolerance)} (central differences of the loss, h = {all.Format(Step)}: {HowMeasured}).";
    }
}
