using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching;

/// <summary>Builds the line of one quantity of a trace in a notation with so many digits.</summary>
sealed class StepBuilder(BackpropTrace trace, TraceValues values, Notation notation, int digits)
{
    const int MostShown = 12;
    readonly NotationContext context = NotationContext.Of(trace);
    readonly ExpressionBinder binder = new(trace.Network, trace.SampleCount);
    readonly NumberFormat result = new(digits);

    public DerivationStep Build(QuantityId id)
    {
        var quantity = values.Quantity(id);
        var definition = Definition.Of(id, trace.Network, trace.Example.Objective);
        var parts = definition.Entry is null ? Given(quantity) : quantity is ScalarQuantity scalar ? Number(scalar, definition) : Whole(quantity, definition);
        if (definition.Rule != DerivationRule.Shortcut && id.Kind == QuantityKind.Delta && notation.Inlines(QuantityKind.ActivationGradient, id.Kind)) definition = WithInlinedReason(id, definition);
        return new(quantity, definition, parts with { Remark = notation.Remark(id, context) }, () => EntriesOf(quantity));
    }

    /// <summary>The bound formula of a quantity, with ∂J/∂a put into δ where the notation does so.</summary>
    public Expression? FormulaOf(QuantityId id)
    {
        var definition = Definition.Of(id, trace.Network, trace.Example.Objective);
        var formula = id.IsScalar ? definition.Entry : definition.Whole;
        return formula is null ? null : Inlined(id, Bound(formula, id));
    }

    Expression Bound(Expression formula, QuantityId id) => binder.Bind(formula, ("l", id.Layer), ("j", id.Row), ("k", id.Column), ("i", id.Sample));

    // δ with ∂J/∂a put in, or whatever the notation writes out
    Expression Inlined(QuantityId id, Expression formula)
    {
        Expression Replace(Expression part)
        {
            if (part is not Expression.Reference reference || !notation.Inlines(reference.Kind, id.Kind)) return part.Map(Replace);
            var inner = Definition.Of(reference.Id, trace.Network, trace.Example.Objective);
            return Bound(reference.Id.IsScalar ? inner.Entry! : inner.Whole!, reference.Id);
        }
        return Replace(formula);
    }

    // the line of δ says both rules that it joins
    Definition WithInlinedReason(QuantityId id, Definition definition)
    {
        var inner = Definition.Of(id with { Kind = QuantityKind.ActivationGradient }, trace.Network, trace.Example.Objective);
        return definition with { Rule = inner.Rule == DerivationRule.SumOverPaths ? inner.Rule : definition.Rule, Reason = $"{inner.Reason}; then {definition.Reason}" };
    }

    StepParts Given(Quantity quantity) => new(SymbolOf(quantity.Id), null, null, ValueOf(quantity), null, true, [], null);

    StepParts Number(ScalarQuantity quantity, Definition definition)
    {
        var formula = Inlined(quantity.Id, Bound(definition.Entry!, quantity.Id));
        var found = PrintedNumbers.DigitsFor(digits, [quantity.Value], put => [ExpressionEvaluator.Evaluate(formula, id => PrintedNumbers.Read(values.Number(id), put), values.Parameter)]);
        var put = new NumberFormat(found ?? 17);
        var symbols = new FormulaLayout(notation, context);
        var numbers = new FormulaLayout(notation, context, id => new MathNumber(put.Format(values.Number(id))), values.Parameter);
        var ascii = new AsciiFormulaWriter(id => values.Number(id), values.Parameter, put.SignificantDigits).Write(formula);
        // the literal 0 or 1 of ReLU′ is formula, numbers put in and value at once; which of them it is, the case says
        var (laid, substituted) = formula is Expression.Positive ? (new MathNumber(ascii), new MathNumber(ascii)) : (symbols.Lay(formula), numbers.Lay(formula));
        return new(SymbolOf(quantity.Id), laid, substituted, ValueOf(quantity), ascii, found is not null && !numbers.HasElision, formula.Uses(), null)
        {
            IsPlain = IsPlain(formula),
            Case = formula is Expression.Positive { Operand: Expression.Reference z } ? Because(z.Id) : null,
        };
    }

    // …, because z = 0.55 > 0
    MathNode Because(QuantityId z) => MathRow.Of(
        new MathWords(", because "), SymbolOf(z), MathOperator.Is, new MathNumber(result.Format(values.Number(z))),
        values.Number(z) > 0 ? new MathOperator(">", ">") : new MathOperator(@"\le", "≤"), new MathNumber("0"));

    StepParts Whole(Quantity quantity, Definition definition)
    {
        var formula = Inlined(quantity.Id, Bound(definition.Whole!, quantity.Id));
        var exact = values.Matrix(quantity.Id).ToRowMajorArray();
        IReadOnlyList<double> With(int put) => Spread(
            MatrixEvaluator.Evaluate(formula, id => values.Matrix(id).Map(each => PrintedNumbers.Read(each, put), Zeros.Include), values.Parameter, trace.Network), values.Matrix(quantity.Id));
        var found = PrintedNumbers.DigitsFor(digits, exact, With);
        var put = new NumberFormat(found ?? 17);
        var elided = false;
        MathNode Put(QuantityId id)
        {
            var matrix = values.Matrix(id);
            elided |= IsElided(matrix);
            return values.Quantity(id) is ScalarQuantity ? new MathNumber(put.Format(matrix[0, 0])) : MatrixOf(Oriented(matrix), put);
        }
        var arranged = notation.Arrange(formula);
        var symbols = new FormulaLayout(notation, context).Lay(arranged);
        var numbers = new FormulaLayout(notation, context, Put, values.Parameter);
        var substituted = numbers.Lay(arranged);
        var equality = found is not null && !elided && !numbers.HasElision && !IsElided(values.Matrix(quantity.Id));
        return new(SymbolOf(quantity.Id), symbols, substituted, ValueOf(quantity), null, equality, formula.Uses(), null) { IsPlain = IsPlain(formula) };
    }

    // a formula that says the same number for each entry, such as 1, stands for all of them
    static IReadOnlyList<double> Spread(Matrix<double> computed, Matrix<double> like) =>
        computed.RowCount == like.RowCount && computed.ColumnCount == like.ColumnCount
            ? computed.ToRowMajorArray()
            : [.. Enumerable.Repeat(computed[0, 0], like.RowCount * like.ColumnCount)];

    static bool IsPlain(Expression formula) => formula is Expression.Reference or Expression.Literal or Expression.Ones or Expression.Positive { Operand: Expression.Reference { Row: not null } };

    MathNode SymbolOf(QuantityId id) => notation.Symbol(SymbolRequest.Of(id, context));

    MathNode ValueOf(Quantity quantity) => quantity is ScalarQuantity scalar ? new MathNumber(result.Format(scalar.Value)) : MatrixOf(Oriented(values.Matrix(quantity.Id)), result);

    Matrix<double> Oriented(Matrix<double> matrix) => notation.HasRowVectors ? matrix.Transpose() : matrix;

    static bool IsElided(Matrix<double> matrix) => matrix.RowCount > MostShown || matrix.ColumnCount > MostShown;

    static MathMatrix MatrixOf(Matrix<double> matrix, NumberFormat format)
    {
        int[] rows = Shown(matrix.RowCount), columns = Shown(matrix.ColumnCount);
        MathNode Cell(int r, int c) => r < 0 || c < 0 ? new MathSymbol(@"\cdots", "⋯") : new MathNumber(format.Format(matrix[r, c]));
        return new([.. rows.Select(r => columns.Select(c => Cell(r, c)).ToImmutableArray())]);
    }

    // −1 stands for what is left out
    static int[] Shown(int count) => count <= MostShown ? [.. Enumerable.Range(0, count)] : [.. Enumerable.Range(0, MostShown - 2), -1, count - 1];

    IReadOnlyList<DerivationStep> EntriesOf(Quantity quantity) => quantity switch
    {
        VectorQuantity vector => [.. Enumerable.Range(0, vector.Count).Select(j => Build(vector.Id.At(j)))],
        MatrixQuantity matrix => [.. Enumerable.Range(0, matrix.Rows * matrix.Columns).Select(n => Build(matrix.Id.At(n / matrix.Columns, n % matrix.Columns)))],
        _ => [],
    };
}
