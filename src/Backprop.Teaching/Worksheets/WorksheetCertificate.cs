using System.Collections.Immutable;
using System.Globalization;

namespace Backprop.Teaching;

/// <summary>What a worksheet is good for: which known mistakes its answers tell apart at three digits, which they do not, which numbers tell most, and whether working with four digits is safe. Immutable.</summary>
public sealed class WorksheetCertificate : Displayable
{
    readonly string title;

    internal WorksheetCertificate(string title, int mistakes, ImmutableArray<string> alone, ImmutableArray<TwinGroup> twins, ImmutableArray<string> hidden,
        ImmutableArray<(QuantityId Quantity, int Groups)> telling, double rounding, QuantityId leastSafe, double worst)
    {
        this.title = title;
        MistakeCount = mistakes;
        Alone = alone;
        Twins = twins;
        Hidden = hidden;
        Telling = [.. telling.Select(each => each.Quantity)];
        Rounding = rounding;
        LeastSafe = leastSafe;
        WorstRounding = worst;
        groups = [.. telling.Select(each => each.Groups)];
    }

    readonly ImmutableArray<int> groups;

    /// <summary>How many known mistakes can be made in this example.</summary>
    public int MistakeCount { get; }

    /// <summary>The ids of those that give answers of their own at three digits.</summary>
    public ImmutableArray<string> Alone { get; }

    /// <summary>Those that show and share their answers with others.</summary>
    public ImmutableArray<TwinGroup> Twins { get; }

    /// <summary>The ids of those that leave every asked number right.</summary>
    public ImmutableArray<string> Hidden { get; }

    /// <summary>Few numbers that tell most mistakes apart, the most telling first.</summary>
    public ImmutableArray<QuantityId> Telling { get; }

    /// <summary>The most by which an asked number moves where the result of every operation is rounded to four digits, in units of its third digit.</summary>
    public double Rounding { get; }

    /// <summary>The most by which one could move if every rounding went the worst way, in units of its third digit; what a sheet is forgiven.</summary>
    public double WorstRounding { get; }

    /// <summary>The number that moves so far as <see cref="Rounding"/> says.</summary>
    public QuantityId LeastSafe { get; }

    /// <summary>Whether <see cref="Rounding"/> is at most half a unit of the third digit, so that three digits come out right.</summary>
    public bool IsSafe => Rounding <= Worksheet.MostRounding;

    internal override DisplayNode View()
    {
        var shared = MistakeCount - Alone.Length - Hidden.Length;
        var nodes = new List<DisplayNode>
        {
            new HeadingNode(title),
            new TextNode($"{Alone.Length} of {MistakeCount} known mistakes give answers of their own at three digits; {shared} show and share their answers with others; {Hidden.Length} do not show in what is asked."),
            new TextNode((IsSafe ? "Working with four digits is safe: " : "Working with four digits is not quite safe: ")
                + $"where the result of every operation is rounded, no asked number moves by more than {Units(Rounding)} units of its third digit ({LeastSafe}); if every rounding went the worst way it could be {Units(WorstRounding)}, and so much is forgiven."),
        };
        if (Twins.Length > 0)
            nodes.Add(new TableNode("the same answers", ["mistakes", "told apart by"], [.. Twins.Select(group => (IReadOnlyList<DisplayCell>)[string.Join(", ", group.Rules), group.AskToo is { } ask ? DisplayCell.Code(ask.ToString()) : "no number of this net"])]));
        if (Hidden.Length > 0) nodes.Add(new TextNode("Not to be seen in what is asked: " + string.Join(", ", Hidden) + "."));
        nodes.Add(new TableNode("the most telling numbers, each beside those above it", ["number", "groups told apart"], [.. Telling.Select((id, n) => (IReadOnlyList<DisplayCell>)[DisplayCell.Code(id.ToString()), groups[n].ToString(CultureInfo.InvariantCulture)])]));
        return new StackNode(nodes);
    }

    static string Units(double units) => units.ToString("0.00", CultureInfo.InvariantCulture);
}
