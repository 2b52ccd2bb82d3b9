namespace Backprop.Teaching;

/// <summary>Replaces the variables of a formula by numbers and writes its sums out, for one network and batch.</summary>
sealed class ExpressionBinder(Network network, int samples)
{
    /// <summary>The formula with these variables bound; those that are not given stay.</summary>
    public Expression Bind(Expression expression, params ReadOnlySpan<(string Variable, int? Number)> variables)
    {
        foreach (var (variable, number) in variables)
            if (number is { } value) expression = Replace(expression, variable, value);
        return WriteOut(expression);
    }

    Expression WriteOut(Expression expression)
    {
        if (expression is Expression.Sum sum) return new Expression.Sum([.. sum.Terms.Select(WriteOut).SelectMany(Terms)]);
        if (expression is not Expression.Total total) return expression.Map(WriteOut);
        var terms = Range(total.Range).Select(number => WriteOut(Replace(total.Body, total.Variable, number))).ToArray();
        // a sum of one term is that term
        return terms.Length == 1 ? terms[0] : new Expression.Sum([.. terms.SelectMany(Terms)]);
    }

    // a sum inside a sum is one sum
    static IEnumerable<Expression> Terms(Expression expression) => expression is Expression.Sum sum ? sum.Terms : [expression];

    IEnumerable<int> Range(SumRange range) => range.Kind switch
    {
        SumRangeKind.Samples => Enumerable.Range(0, samples),
        SumRangeKind.Layers => Enumerable.Range(1, network.LayerCount),
        _ => Enumerable.Range(0, range.Layer.Offset == 0 ? network.InputCount : network.Layer(range.Layer.Offset).Units),
    };

    static Expression Replace(Expression expression, string variable, int number)
    {
        IndexTerm? In(IndexTerm? index) => index?.Bind(variable, number);
        var replaced = expression switch
        {
            Expression.Reference reference => reference with { Layer = In(reference.Layer), Row = In(reference.Row), Column = In(reference.Column), Sample = In(reference.Sample) },
            Expression.Apply apply => apply with { Layer = apply.Layer.Bind(variable, number) },
            Expression.Ones ones => new Expression.Ones(ones.Layer.Bind(variable, number)),
            Expression.Total total => total with { Range = total.Range with { Layer = total.Range.Layer.Bind(variable, number) } },
            _ => expression,
        };
        return replaced.Map(part => Replace(part, variable, number));
    }
}
