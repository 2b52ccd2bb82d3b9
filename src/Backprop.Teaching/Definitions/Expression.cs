using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>
/// A formula as data: references to quantities, joined by a few operations. With variables as indices it is the general
/// formula; bound to numbers it is one line that can be computed, written with symbols, or written with numbers put in.
/// </summary>
public abstract record Expression
{
    Expression() { }

    /// <summary>A quantity; with variables as indices a whole family of them.</summary>
    /// <param name="Kind">The kind of quantity.</param>
    /// <param name="Layer">The layer, or null.</param>
    /// <param name="Row">The unit, or null for the whole vector or matrix.</param>
    /// <param name="Column">The second index of a matrix, or null.</param>
    /// <param name="Sample">The sample, or null.</param>
    public sealed record Reference(QuantityKind Kind, IndexTerm? Layer = null, IndexTerm? Row = null, IndexTerm? Column = null, IndexTerm? Sample = null) : Expression
    {
        /// <summary>The quantity, once all indices are numbers.</summary>
        /// <exception cref="InvalidOperationException">An index is still a variable.</exception>
        public QuantityId Id => Kind == QuantityKind.Activation && Layer is { IsNumber: true, Offset: 0 }
            ? new(QuantityKind.Input, null, Number(Row), null, Number(Sample))
            : new(Kind, Number(Layer), Number(Row), Number(Column), Number(Sample));

        static int? Number(IndexTerm? index) => index is not { } term ? null
            : term.IsNumber ? term.Offset
            : throw new InvalidOperationException($"The index {term} is not bound to a number.");
    }

    /// <summary>A number that stands in the formula itself, such as 1 or ½.</summary>
    /// <param name="Value">The number.</param>
    public sealed record Literal(double Value) : Expression;

    /// <summary>m, n_L, λ or η.</summary>
    /// <param name="Which">Which of them.</param>
    public sealed record Parameter(FormulaParameter Which) : Expression;

    /// <summary>A sum of stated terms, in order.</summary>
    /// <param name="Terms">At least one; a <see cref="Negative"/> term is subtracted.</param>
    public sealed record Sum(ImmutableArray<Expression> Terms) : Expression;

    /// <summary>A product of stated factors, in order.</summary>
    /// <param name="Factors">At least two.</param>
    public sealed record Product(ImmutableArray<Expression> Factors) : Expression;

    /// <summary>A quotient.</summary>
    /// <param name="Numerator">What is divided.</param>
    /// <param name="Denominator">What it is divided by.</param>
    public sealed record Quotient(Expression Numerator, Expression Denominator) : Expression;

    /// <summary>−x.</summary>
    /// <param name="Operand">x.</param>
    public sealed record Negative(Expression Operand) : Expression;

    /// <summary>x².</summary>
    /// <param name="Operand">x.</param>
    public sealed record Square(Expression Operand) : Expression;

    /// <summary>Σ over an index. Binding writes it out as a <see cref="Sum"/>.</summary>
    /// <param name="Variable">The index that runs.</param>
    /// <param name="Range">What it runs over.</param>
    /// <param name="Body">The term.</param>
    public sealed record Total(string Variable, SumRange Range, Expression Body) : Expression;

    /// <summary>exp or ln of one number.</summary>
    /// <param name="Name"><c>exp</c> or <c>ln</c>.</param>
    /// <param name="Operand">The number.</param>
    public sealed record Elementwise(string Name, Expression Operand) : Expression;

    /// <summary>f(z) with a known f: written f(z) in symbols, and as its formula in numbers.</summary>
    /// <param name="Activation">f.</param>
    /// <param name="Layer">The layer whose f it is.</param>
    /// <param name="Operand">z, a number or a vector.</param>
    public sealed record Apply(ActivationFunction Activation, IndexTerm Layer, Expression Operand) : Expression;

    /// <summary>1 where z &gt; 0, otherwise 0: the derivative of ReLU.</summary>
    /// <param name="Operand">z, a number or a vector.</param>
    public sealed record Positive(Expression Operand) : Expression;

    /// <summary>The transpose of a matrix or vector.</summary>
    /// <param name="Operand">The matrix or vector.</param>
    public sealed record Transpose(Expression Operand) : Expression;

    /// <summary>A matrix product.</summary>
    /// <param name="Left">The left factor.</param>
    /// <param name="Right">The right factor.</param>
    public sealed record MatrixProduct(Expression Left, Expression Right) : Expression;

    /// <summary>The elementwise product of two vectors or matrices of the same shape.</summary>
    /// <param name="Left">The left factor.</param>
    /// <param name="Right">The right factor.</param>
    public sealed record Hadamard(Expression Left, Expression Right) : Expression;

    /// <summary>A square matrix with a vector on its diagonal and 0 elsewhere.</summary>
    /// <param name="Operand">The vector.</param>
    public sealed record Diagonal(Expression Operand) : Expression;

    /// <summary>A vector of ones, as long as a layer has units.</summary>
    /// <param name="Layer">The layer.</param>
    public sealed record Ones(IndexTerm Layer) : Expression;

    /// <summary>The same formula with each part replaced.</summary>
    /// <param name="change">What becomes of each direct part.</param>
    /// <returns>A new expression; a part without parts is returned as it is.</returns>
    public Expression Map(Func<Expression, Expression> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this switch
        {
            Sum sum => new Sum([.. sum.Terms.Select(change)]),
            Product product => new Product([.. product.Factors.Select(change)]),
            Quotient quotient => new Quotient(change(quotient.Numerator), change(quotient.Denominator)),
            Negative negative => new Negative(change(negative.Operand)),
            Square square => new Square(change(square.Operand)),
            Total total => total with { Body = change(total.Body) },
            Elementwise elementwise => elementwise with { Operand = change(elementwise.Operand) },
            Apply apply => apply with { Operand = change(apply.Operand) },
            Positive positive => new Positive(change(positive.Operand)),
            Transpose transpose => new Transpose(change(transpose.Operand)),
            MatrixProduct product => new MatrixProduct(change(product.Left), change(product.Right)),
            Hadamard hadamard => new Hadamard(change(hadamard.Left), change(hadamard.Right)),
            Diagonal diagonal => new Diagonal(change(diagonal.Operand)),
            _ => this,
        };
    }

    /// <summary>The quantities that a bound formula uses, each once, in the order in which they stand.</summary>
    /// <returns>Their ids.</returns>
    public IReadOnlyList<QuantityId> Uses()
    {
        var found = new List<QuantityId>();
        var seen = new HashSet<QuantityId>();
        void Visit(Expression part)
        {
            if (part is Reference reference && seen.Add(reference.Id)) found.Add(reference.Id);
            part.Map(inner =>
            {
                Visit(inner);
                return inner;
            });
        }
        Visit(this);
        return found;
    }
}
