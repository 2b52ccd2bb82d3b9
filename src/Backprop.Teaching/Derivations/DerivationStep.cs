namespace Backprop.Teaching;

/// <summary>One line of a derivation: a quantity = its formula in symbols = the formula with numbers put in = its value.</summary>
public sealed class DerivationStep
{
    readonly Lazy<IReadOnlyList<DerivationStep>> entries;

    internal DerivationStep(Quantity quantity, Definition definition, StepParts parts, Func<IReadOnlyList<DerivationStep>> entries)
    {
        Quantity = quantity;
        Rule = definition.Rule;
        Reason = definition.Reason;
        Parts = parts;
        this.entries = new(entries);
    }

    /// <summary>The quantity; each that it uses can be explained in turn.</summary>
    public Quantity Quantity { get; }

    /// <summary>Why the formula holds.</summary>
    public DerivationRule Rule { get; }

    /// <summary>The same in words.</summary>
    public string Reason { get; }

    /// <summary>The quantity's symbol as LaTeX.</summary>
    public string Symbol => LatexWriter.Write(Parts.Symbol);

    /// <summary>The formula in symbols as LaTeX; null where the number is given.</summary>
    public string? Formula => Parts.Formula is null ? null : LatexWriter.Write(Parts.Formula);

    /// <summary>The formula with numbers put in as LaTeX; null where the number is given.</summary>
    public string? Substituted => Parts.Substituted is null ? null : LatexWriter.Write(Parts.Substituted);

    /// <summary>The same as ASCII arithmetic that can be evaluated as it stands; null where the number is given, and for vectors and matrices.</summary>
    public string? SubstitutedText => Parts.SubstitutedText;

    /// <summary>Whether the printed line gives the printed value: its last sign is =, otherwise ≈.</summary>
    public bool IsEquality => Parts.IsEquality;

    /// <summary>A line about the notation where it has no symbol of its own for the quantity, otherwise null.</summary>
    public string? Remark => Parts.Remark;

    /// <summary>The quantities that the formula uses, in the order in which they stand.</summary>
    public IReadOnlyList<QuantityId> Uses => Parts.Uses;

    /// <summary>For a vector or matrix one step for each entry, row by row; empty for one number.</summary>
    public IReadOnlyList<DerivationStep> Entries => entries.Value;

    /// <summary>The whole line as LaTeX.</summary>
    /// <returns>LaTeX without delimiters.</returns>
    public string ToLatex() => LatexWriter.Write(Parts.Line());

    /// <summary>The whole line as MathML.</summary>
    /// <returns>A <c>math</c> element.</returns>
    public string ToMathMl() => ToMathMl(inline: false);

    /// <summary>The whole line as Unicode text; a matrix takes several lines.</summary>
    /// <returns>Text.</returns>
    public string ToText() => FormulaTextWriter.Write(Parts.Line());

    /// <summary>The same as <see cref="ToText"/>.</summary>
    /// <returns>Text.</returns>
    public override string ToString() => ToText();

    internal string ToMathMl(bool inline) => inline ? MathMlWriter.WriteInline(Parts.Line()) : MathMlWriter.WriteBlock(Parts.Line());

    /// <summary>Symbol = formula on one line, without numbers and value.</summary>
    internal string ToTextWithoutNumbers() => FormulaTextWriter.WriteLine(Parts.WithoutNumbers());

    internal string ToMathMlWithoutNumbers() => MathMlWriter.WriteInline(Parts.WithoutNumbers());

    internal StepParts Parts { get; }
}
