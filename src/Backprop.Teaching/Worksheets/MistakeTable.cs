using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>The wrong values of one number and what each means, for whoever marks on paper. Immutable.</summary>
public sealed class MistakeTable : Displayable
{
    internal MistakeTable(QuantityId quantity, double value, ImmutableArray<MistakeRow> rows, ImmutableArray<string> unseen)
    {
        Quantity = quantity;
        Value = value;
        Rows = rows;
        Unseen = unseen;
    }

    /// <summary>The number that is asked for.</summary>
    public QuantityId Quantity { get; }

    /// <summary>What it should be.</summary>
    public double Value { get; }

    /// <summary>Each wrong value to three digits, in ascending order.</summary>
    public ImmutableArray<MistakeRow> Rows { get; }

    /// <summary>The ids of the mistakes that leave this number as it is.</summary>
    public ImmutableArray<string> Unseen { get; }

    internal override DisplayNode View()
    {
        var nodes = new List<DisplayNode>
        {
            new HeadingNode($"What a wrong {Quantity} means; right is {NumberFormat.Exact(Value, MistakeNumbers.Digits)}"),
            new TableNode(null, ["value", "it is what you get if", "id"], [.. Rows.Select(Row)]),
        };
        if (!Unseen.IsEmpty) nodes.Add(new TextNode($"Not to be seen in this number: {string.Join(", ", Unseen)}."));
        return new StackNode(nodes);
    }

    static List<DisplayCell> Row(MistakeRow row) => [row.Text, string.Join("; or if ", row.Words), string.Join(" ", row.Rules)];
}
