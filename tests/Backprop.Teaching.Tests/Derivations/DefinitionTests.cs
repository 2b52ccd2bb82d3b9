namespace Backprop.Teaching.Tests.Derivations;

public class DefinitionTests
{
    [Fact]
    public void Every_quantity_computed_from_its_definition_agrees_with_the_engine() => GeneratedNets.ForEach(example =>
    {
        var trace = Backpropagation.Run(example);
        var evaluator = new DefinitionEvaluator(example);
        foreach (var id in NotationNames.Ids(example).Where(id => id.IsScalar && (!id.Info.BelongsToStep || example.LearningRate is not null)))
            Close.Assert(evaluator.Value(id), ((ScalarQuantity)trace[id]).Value, id.ToString());
    }, 120);

    [Fact]
    public void Every_kind_of_quantity_has_a_definition()
    {
        var example = Examples.SoftmaxCrossEntropy;
        foreach (var kind in Enum.GetValues<QuantityKind>())
        {
            var info = QuantityKindInfo.Of(kind);
            Assert.Equal(kind, info.Kind);
            // f′ of the hidden layer: softmax, layer 2, has a Jacobian instead
            int? layer = !info.HasLayer ? null : kind == QuantityKind.ActivationDerivative ? 1 : 2;
            var definition = Definition.Of(new(kind, layer, info.Indices > 0 ? 0 : null, info.Indices > 1 ? 0 : null), example.Network, example.Objective);
            Assert.Equal(kind, definition.Kind);
            Assert.NotEmpty(definition.Reason);
            // only what is given or comes from another pass has no formula
            Assert.Equal(definition.Rule is DerivationRule.Given or DerivationRule.ForwardAgain, definition.Entry is null);
            if (info.Indices > 0 && definition.Entry is not null) Assert.NotNull(definition.Whole);
        }
    }

    [Fact]
    public void The_formula_of_a_whole_vector_or_matrix_agrees_with_the_engine() => GeneratedNets.ForEach(example =>
    {
        var trace = Backpropagation.Run(example);
        var values = new TraceValues(trace, null);
        var builder = new StepBuilder(trace, values, Notation.Canonical, 4);
        foreach (var id in NotationNames.Ids(example).Where(id => !id.IsScalar && (!id.Info.BelongsToStep || example.LearningRate is not null)))
        {
            if (builder.FormulaOf(id) is not { } formula) continue;
            var expected = values.Matrix(id);
            var found = MatrixEvaluator.Evaluate(formula, values.Matrix, values.Parameter, trace.Network);
            for (var j = 0; j < expected.RowCount; j++)
                for (var k = 0; k < expected.ColumnCount; k++)
                    Close.Assert(expected[j, k], found.RowCount == expected.RowCount && found.ColumnCount == expected.ColumnCount ? found[j, k] : double.NaN, $"{id} [{j},{k}]");
        }
    }, 60);

    [Fact]
    public void A_changed_definition_would_be_noticed()
    {
        // the same comparison with one factor left out, so that the tests above can fail
        var trace = Backpropagation.Run(Examples.Mazur);
        var formula = new StepBuilder(trace, new(trace, null), Notation.Capitals, 4).FormulaOf(QuantityId.Parse("delta[1][0]@0"));
        var product = Assert.IsType<Expression.Product>(formula);
        var wrong = ExpressionEvaluator.Evaluate(product.Factors[0], id => ((ScalarQuantity)trace[id]).Value, _ => 0);
        Assert.False(Close.Are(wrong, trace.Value("delta[1][0]")));
    }
}
