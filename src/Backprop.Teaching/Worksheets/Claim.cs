namespace Backprop.Teaching;

/// <summary>A number that a worked example prints: what the text calls it, which quantity it is, and the number with its digits. Immutable.</summary>
public sealed record Claim
{
    internal Claim(string label, ClaimedQuantity quantity, string text, WrittenNumber number, int steps, int place)
    {
        Label = label;
        Of = quantity;
        Text = text;
        Number = number;
        Steps = steps;
        Place = place;
    }

    /// <summary>What the text calls it, for example <c>out_h1</c>.</summary>
    public string Label { get; }

    /// <summary>The quantity, or a product of quantities and numbers, for example <c>delta[2][0]@0 * W[2][0,0]</c>.</summary>
    public string Quantity => Of.ToString();

    /// <summary>The number as it is printed.</summary>
    public string Text { get; }

    /// <summary>The number, with its digits.</summary>
    public WrittenNumber Number { get; }

    /// <summary>After how many steps of gradient descent, 0 for the example as it is given.</summary>
    public int Steps { get; }

    /// <summary>Its line in a sheet, or its place in the list of an example, from 1.</summary>
    public int Place { get; }

    internal ClaimedQuantity Of { get; }
}
