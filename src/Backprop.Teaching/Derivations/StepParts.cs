namespace Backprop.Teaching;

/// <summary>The parts of one line: symbol = formula = numbers put in = value.</summary>
sealed record StepParts(
    MathNode Symbol, MathNode? Formula, MathNode? Substituted, MathNode Value, string? SubstitutedText, bool IsEquality, IReadOnlyList<QuantityId> Uses, string? Remark)
{
    /// <summary>Whether the formula only names one quantity or number, so that the numbers put in would be the value again.</summary>
    public bool IsPlain { get; init; }

    /// <summary>What stands behind the value where a case decides it, as with ReLU; otherwise null.</summary>
    public MathNode? Case { get; init; }

    /// <summary>Symbol = formula, without any number.</summary>
    public MathNode Symbols() => Formula is null ? Symbol : MathRow.Of(Symbol, MathOperator.Is, Formula);

    public MathNode Line()
    {
        var last = IsEquality ? MathOperator.Is : MathOperator.IsAbout;
        if (Case is not null) return MathRow.Of(Symbol, MathOperator.Is, Value, Case);
        if (Formula is null) return MathRow.Of(Symbol, MathOperator.Is, Value);
        // a formula that is the symbol itself is not said twice
        if (LatexWriter.Write(Formula) == LatexWriter.Write(Symbol) && Substituted is not null) return MathRow.Of(Symbol, MathOperator.Is, Substituted, last, Value);
        if (Substituted is null || IsPlain) return SameAsValue() ? MathRow.Of(Symbol, last, Value) : MathRow.Of(Symbol, MathOperator.Is, Formula, last, Value);
        return MathRow.Of(Symbol, MathOperator.Is, Formula, MathOperator.Is, Substituted, last, Value);
    }

    public MathNode WithoutNumbers() => Formula is null or MathNumber ? Symbol : MathRow.Of(Symbol, MathOperator.Is, Formula);

    bool SameAsValue() => Formula is MathNumber;
}
