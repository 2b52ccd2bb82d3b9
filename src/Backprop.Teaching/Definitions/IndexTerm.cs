namespace Backprop.Teaching;

/// <summary>An index in a formula: a number such as 2, or a variable with an offset such as l, l−1, k.</summary>
/// <param name="Variable">The variable, or null for a number.</param>
/// <param name="Offset">What is added to the variable; the number itself where there is none.</param>
public readonly record struct IndexTerm(string? Variable, int Offset)
{
    /// <summary>Whether it is a number.</summary>
    public bool IsNumber => Variable is null;

    /// <summary>A number as an index.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator IndexTerm(int number) => new(null, number);

    /// <summary>A variable as an index.</summary>
    /// <param name="variable">Its name, one letter.</param>
    public static implicit operator IndexTerm(string variable) => new(variable, 0);

    /// <summary>This index moved by some places.</summary>
    /// <param name="places">How many, negative for back.</param>
    /// <returns>A new index.</returns>
    public IndexTerm Plus(int places) => this with { Offset = Offset + places };

    /// <summary>This index with one variable replaced by its number.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="number">Its number.</param>
    /// <returns>A number if it was that variable, otherwise this index.</returns>
    public IndexTerm Bind(string variable, int number) => Variable == variable ? new(null, number + Offset) : this;

    /// <summary>For example <c>2</c>, <c>l</c>, <c>l-1</c>.</summary>
    /// <returns>The index as ASCII text.</returns>
    public override string ToString() => Variable is null ? $"{Offset}" : Offset == 0 ? Variable : Offset > 0 ? $"{Variable}+{Offset}" : $"{Variable}{Offset}";
}
