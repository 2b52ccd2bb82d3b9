using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>What a check says of an answer, without giving the value away. Immutable.</summary>
public sealed class CheckResult : Displayable
{
    const int MostLines = 12;
    const int MostReasons = 3;

    internal CheckResult(QuantityId quantity, CheckStatus status, string message, WrittenNumber? answer = null, ImmutableArray<CheckResult> entries = default, ImmutableArray<string> reasons = default)
    {
        Quantity = quantity;
        Status = status;
        Message = message;
        Answer = answer;
        Entries = entries.IsDefault ? [] : entries;
        Reasons = reasons.IsDefault ? [] : reasons;
    }

    /// <summary>What was asked for.</summary>
    public QuantityId Quantity { get; }

    /// <summary>The verdict.</summary>
    public CheckStatus Status { get; }

    /// <summary>Whether the answer is right to the digits given.</summary>
    public bool IsRight => Status == CheckStatus.Right;

    /// <summary>The verdict in words, for example <c>right to 3 digits</c> or <c>right to 2 digits, the third digit differs</c>; never the value.</summary>
    public string Message { get; }

    /// <summary>The number that was read, with its digits; null where there is none, and for a vector or matrix.</summary>
    public WrittenNumber? Answer { get; }

    /// <summary>The verdict on each entry of a vector or matrix, row by row; empty for one number, and where the shape is wrong.</summary>
    public ImmutableArray<CheckResult> Entries { get; }

    /// <summary>Which known mistakes lead to such an answer, best first, a sentence each; empty where it is right, and where none is known.</summary>
    public ImmutableArray<string> Reasons { get; }

    internal CheckResult For(ImmutableArray<string> reasons) => new(Quantity, Status, Message, Answer, Entries, reasons);

    internal override DisplayNode View()
    {
        var nodes = new List<DisplayNode> { new TextNode($"{Quantity}: {Message}") };
        var notable = Entries.Where(entry => !entry.IsRight).ToList();
        if (notable.Count > 0) nodes.Add(new TableNode(null, ["entry", "verdict"], [.. notable.Take(MostLines).Select(IReadOnlyList<DisplayCell> (entry) => [DisplayCell.Code(entry.Quantity.ToString()), entry.Message])]));
        if (notable.Count > MostLines) nodes.Add(new TextNode($"… {notable.Count - MostLines} more: check.Entries has all of them."));
        nodes.AddRange(Reasons.Take(MostReasons).Select(reason => new TextNode(reason)));
        if (Reasons.Length > MostReasons) nodes.Add(new TextNode($"… {Reasons.Length - MostReasons} more mistakes lead to it: check.Reasons has all of them."));
        return new StackNode(nodes);
    }
}
