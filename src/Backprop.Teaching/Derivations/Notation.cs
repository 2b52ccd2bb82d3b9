namespace Backprop.Teaching;

/// <summary>How quantities are written: their symbols, their indices, the signs between them, the orientation of vectors.</summary>
/// <remarks>The definitions are the same in every notation; only the writing differs.</remarks>
public abstract partial class Notation
{
    private protected Notation(string name, string? alias, string description)
    {
        Name = name;
        Alias = alias;
        Description = description;
    }

    /// <summary>The notation of this library: layers 1…L, W⁽ˡ⁾ into layer l, units and samples from 0, columns.</summary>
    public static Notation Canonical { get; } = new CanonicalNotation();

    /// <summary>The name, for example <c>canonical</c>.</summary>
    public string Name { get; }

    /// <summary>Another name by which it is found: the number of the text that it comes from, or null.</summary>
    public string? Alias { get; }

    /// <summary>What is particular about it, in one line.</summary>
    public string Description { get; }

    /// <summary>Reads a name as it is written in this notation.</summary>
    /// <param name="text">The name, for example <c>w_{11}^{(3)}</c> or <c>dZ[2][0]</c>.</param>
    /// <param name="example">The example whose quantities are meant: the counting of layers depends on its size.</param>
    /// <param name="id">The quantity, or the default.</param>
    /// <returns>Whether the text is a name of this notation.</returns>
    /// <remarks>LaTeX, Unicode and plain ASCII (<c>w^(3)_11</c>) are read alike. All names of the example are tried, so this is for nets that fit on paper.</remarks>
    public virtual bool TryParse(string text, Example example, out QuantityId id)
    {
        ArgumentNullException.ThrowIfNull(example);
        return NotationNames.Of(this, example).TryGetValue(SymbolText.Normalize(text ?? ""), out id);
    }

    /// <summary>The same as <see cref="Name"/>.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    /// <summary>Which quantity is written out inside the formula of another: ∂J/∂a inside δ, as in δ = (Wᵀδ) ⊙ f′, unless a notation says otherwise.</summary>
    internal virtual bool Inlines(QuantityKind part, QuantityKind formula) => part == QuantityKind.ActivationGradient && formula == QuantityKind.Delta;

    internal virtual MathOperator HadamardSign { get; } = new(@"\odot", "⊙");

    internal virtual MathOperator ProductSign => MathOperator.Dot;

    /// <summary>The sign of a matrix product; null where the factors stand side by side.</summary>
    internal virtual MathOperator? MatrixProductSign => null;

    internal abstract MathNode Symbol(SymbolRequest request);

    internal virtual MathNode Parameter(FormulaParameter parameter) => parameter switch
    {
        FormulaParameter.SampleCount => "m",
        FormulaParameter.OutputCount => new MathScripts("n", "L", null),
        FormulaParameter.WeightDecay => new MathSymbol(@"\lambda", "λ"),
        _ => new MathSymbol(@"\eta", "η"),
    };

    /// <summary>The letter of an activation function, for example σ; <paramref name="primed"/> for its derivative.</summary>
    internal virtual MathNode ActivationSymbol(IndexTerm layer, bool primed, NotationContext context)
    {
        var f = layer.IsNumber ? context.Network.Layer(layer.Offset).Activation : null;
        var (latex, text) = f?.Name switch
        {
            "sigmoid" => (@"\sigma", "σ"),
            "tanh" => (@"\tanh", "tanh"),
            "relu" => (@"\operatorname{ReLU}", "ReLU"),
            "softmax" => (@"\operatorname{softmax}", "softmax"),
            _ => ("f", "f"),
        };
        return primed ? new MathSymbol(latex + "'", text + "′") : new MathSymbol(latex, text);
    }

    internal virtual MathNode Transposed(MathNode node) => new MathScripts(node, null, "T");

    /// <summary>A formula of vectors and matrices as this notation orients them; columns unless a notation says otherwise.</summary>
    internal virtual Expression Arrange(Expression whole) => whole;

    /// <summary>Whether vectors are rows, so that printed values are transposed too.</summary>
    internal virtual bool HasRowVectors => false;

    /// <summary>One line for a quantity that the text of this notation has no symbol for, otherwise null.</summary>
    internal virtual string? Remark(QuantityId id, NotationContext context) => null;
}
