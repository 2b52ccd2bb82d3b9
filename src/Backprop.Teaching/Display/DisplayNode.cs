namespace Backprop.Teaching;

/// <summary>The one tree that everything displayed is made of; two writers read it.</summary>
abstract record DisplayNode;

/// <summary>Nodes below one another.</summary>
sealed record StackNode(IReadOnlyList<DisplayNode> Nodes) : DisplayNode;

/// <summary>What the nodes below it are about.</summary>
sealed record HeadingNode(string Text) : DisplayNode;

/// <summary>A sentence.</summary>
sealed record TextNode(string Text) : DisplayNode;

/// <summary>Cells in one line, for example <c>δ⁽²⁾₀ = 0.1385</c> and the names beside it.</summary>
sealed record LineNode(IReadOnlyList<DisplayCell> Cells) : DisplayNode;

/// <summary>A table with a header row. The first column heads each row.</summary>
sealed record TableNode(string? Caption, IReadOnlyList<DisplayCell> Header, IReadOnlyList<IReadOnlyList<DisplayCell>> Rows) : DisplayNode;

/// <summary>A matrix in brackets with its shape behind it; a vector is a matrix of one column.</summary>
sealed record MatrixNode(IReadOnlyList<IReadOnlyList<DisplayCell>> Rows, string Shape) : DisplayNode;

/// <summary>A node with the expression or name that it is the value of.</summary>
sealed record LabelledNode(string Label, DisplayNode Node) : DisplayNode;

/// <summary>A node that is folded away in HTML until it is asked for; in text it is left out, and not even made.</summary>
sealed record DetailsNode(string Summary, Func<DisplayNode> Node) : DisplayNode;

/// <summary>Something that was already written in both forms, for example a formula.</summary>
sealed record WrittenNode(string Text, string Html) : DisplayNode;
