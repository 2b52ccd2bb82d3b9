namespace Backprop.Teaching;

/// <summary>
/// A published formula that does not hold: as it is printed, why it is wrong, the right one, and a demonstration that runs.
/// Immutable.
/// </summary>
public sealed class Erratum : Displayable
{
    readonly Func<ErratumDemonstration> demonstrate;

    internal Erratum(
        string id, ErratumKind kind, string what,
        (string Latex, string Plain) printed, string why, (string Latex, string Plain) right, Func<ErratumDemonstration> demonstrate)
    {
        Id = id;
        Kind = kind;
        What = what;
        (Printed, PrintedText) = printed;
        Why = why;
        (Right, RightText) = right;
        this.demonstrate = demonstrate;
    }

    /// <summary>The number of the text and of the erratum in it, for example <c>002-12</c>.</summary>
    public string Id { get; }

    /// <summary>The text: <c>000</c> to <c>004</c>, or <c>mazur</c>.</summary>
    public string Text => Id[..Id.IndexOf('-', StringComparison.Ordinal)];

    /// <summary>Whether it is wrong or ambiguous.</summary>
    public ErratumKind Kind { get; }

    /// <summary>What is the matter, in one line.</summary>
    public string What { get; }

    /// <summary>The formula as printed, in the text's own notation, as LaTeX that KaTeX reads.</summary>
    public string Printed { get; }

    /// <summary>The formula as printed, as plain Unicode text.</summary>
    public string PrintedText { get; }

    /// <summary>Why it does not hold.</summary>
    public string Why { get; }

    /// <summary>The right formula in the text's own notation, as LaTeX that KaTeX reads.</summary>
    public string Right { get; }

    /// <summary>The right formula, as plain Unicode text.</summary>
    public string RightText { get; }

    /// <summary>Computes the printed value, the right value and the finite difference, now.</summary>
    /// <returns>An immutable demonstration; <see cref="ErratumDemonstration.Further"/> holds other numbers in which it shows.</returns>
    public ErratumDemonstration Demonstrate() => demonstrate();

    internal override DisplayNode View() => new StackNode(
    [
        new HeadingNode($"Erratum {Id}: {What}"),
        new HeadingNode("as printed"),
        new TextNode(PrintedText),
        new DetailsNode("LaTeX", () => new TextNode(Printed)),
        new HeadingNode(Kind == ErratumKind.Wrong ? "why it is wrong" : "why it misleads"),
        new TextNode(Why),
        new HeadingNode("right"),
        new TextNode(RightText),
        new DetailsNode("LaTeX", () => new TextNode(Right)),
        new HeadingNode("in numbers"),
        Demonstrate().View(),
    ]);
}
