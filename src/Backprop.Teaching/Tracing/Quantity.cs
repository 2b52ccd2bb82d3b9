namespace Backprop.Teaching;

/// <summary>One quantity of a trace: it knows its name, its symbol, its shape, its value and the trace that it belongs to. Immutable.</summary>
public abstract class Quantity : Displayable
{
    private protected Quantity(BackpropTrace trace, QuantityId id, double? learningRate)
    {
        Trace = trace;
        Id = id;
        LearningRate = learningRate;
    }

    /// <summary>The trace that this quantity belongs to.</summary>
    public BackpropTrace Trace { get; }

    /// <summary>Which quantity it is.</summary>
    public QuantityId Id { get; }

    /// <summary>The ASCII name, for example <c>delta[1][0]@0</c>.</summary>
    public string Name => Id.ToString();

    /// <summary>The canonical symbol in Unicode, for example <c>δ⁽¹⁾₀</c>.</summary>
    public string Symbol => QuantitySymbol.Of(Id);

    /// <summary>How to get this object in C#, for example <c>trace.Layer(1).Delta[0]</c>.</summary>
    public string CodeName => QuantityCode.Of(this);

    /// <summary>The shape, rows × columns: <c>1×1</c> for a number, <c>n×1</c> for a vector.</summary>
    public abstract string Shape { get; }

    // both names, for the title of a printed number
    internal string Names => Name + " · " + CodeName;

    // η of the step that the quantity belongs to
    internal double? LearningRate { get; }

    internal abstract DisplayNode ValueNode();

    internal override DisplayNode View() => new StackNode(
    [
        new LabelledNode(Symbol, ValueNode()),
        new LineNode([DisplayCell.Code(CodeName), DisplayCell.Code(Name)]),
        new TextNode($"{Id.Words}: {Id.Info.Origin ?? Definition.Of(Id, Trace.Network, Trace.Example.Objective).Reason}"),
    ]);
}
