namespace Backprop.Teaching;

/// <summary>Several values below one another, each with the expression that it is the value of. Made by <see cref="Lesson.Show"/>.</summary>
public sealed class Shown : Displayable
{
    readonly IReadOnlyList<(string Label, object? Value)> values;

    internal Shown(IReadOnlyList<(string Label, object? Value)> values) => this.values = values;

    internal override DisplayNode View() =>
        new StackNode([.. values.Select(pair => new LabelledNode(pair.Label, Displayables.NodeFor(pair.Value)))]);
}
