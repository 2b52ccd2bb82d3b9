using System.Text.Json;

namespace Backprop.Teaching.Tests.Cli;

public class ExplainCommandTests
{
    const string Mazur = "data/examples/mazur-2-2-2.json";
    const string Softmax = "data/golden/e2_doc003_3-4-3_softmax_cross_entropy.json";

    [Fact]
    public void A_scalar_has_scalar_steps_with_the_fields_of_the_format()
    {
        var steps = Json("explain", Mazur, "newW[1][0,0]", "--format", "json", "--depth", "full").EnumerateArray().ToList();
        Assert.Equal("newW[1][0,0]", steps[^1].GetProperty("quantity").GetString());
        foreach (var step in steps)
        {
            var fields = step.EnumerateObject().Select(field => field.Name).ToList();
            var given = step.GetProperty("uses").GetArrayLength() == 0;
            Assert.Equal(given ? ["quantity", "symbol", "rule", "formula", "substituted", "value", "uses"] : ["quantity", "symbol", "rule", "formula", "substituted", "substitutedText", "value", "uses"], fields);
            if (given) continue;
            var value = step.GetProperty("value").GetDouble();
            Assert.Equal(NumberFormat.Exact(value, 4), NumberFormat.Exact(Calculator.Evaluate(step.GetProperty("substitutedText").GetString()!), 4));
        }
    }

    [Fact]
    public void A_matrix_has_one_step_with_its_entries()
    {
        var step = Assert.Single(Json("explain", Softmax, "dW[2]@1", "--format", "json").EnumerateArray());
        Assert.Equal(12, step.GetProperty("entries").GetArrayLength());
        Assert.Equal(3, step.GetProperty("value").GetArrayLength());
        Assert.Equal("dW[2][0,1]@1", step.GetProperty("entries")[1].GetProperty("quantity").GetString());
        Assert.False(step.TryGetProperty("substitutedText", out _));
    }

    [Theory]
    [InlineData("text", "δ⁽¹⁾₀ = (W⁽²⁾₀₀ · δ⁽²⁾₀ + W⁽²⁾₁₀ · δ⁽²⁾₁) · σ′(z⁽¹⁾₀) = (0.4 · 0.138499 + 0.5 · (−0.0380982)) · 0.241301 = 0.008771")]
    [InlineData("latex", @"\delta^{(1)}_{0} = \left(W^{(2)}_{00} \cdot \delta^{(2)}_{0} + W^{(2)}_{10} \cdot \delta^{(2)}_{1}\right) \cdot \sigma'\left(z^{(1)}_{0}\right) = \left(0.4 \cdot 0.138499 + 0.5 \cdot \left(-0.0380982\right)\right) \cdot 0.241301 = 0.008771")]
    [InlineData("mathml", "<mn>0.008771</mn></mrow></math>")]
    public void Each_format(string format, string part)
    {
        var (code, output, error) = BackpropCommand.Run("explain", Mazur, "delta[1][0]", "--format", format);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains(part, output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_of_notations_shows_one_formula_in_each()
    {
        var (code, output, error) = BackpropCommand.Run("explain", "--notation", "list");
        Assert.Equal((0, ""), (code, error));
        Assert.All(Notation.All, notation => Assert.Contains("\n" + notation.Name, "\n" + output, StringComparison.Ordinal));
        Assert.Equal(6, output.Split("−0.005144").Length - 1);
    }

    [Theory]
    [InlineData("explain")]
    [InlineData("paths")]
    public void An_unknown_quantity_is_answered_with_those_that_exist(string command)
    {
        var (code, output, error) = BackpropCommand.Run(command, Mazur, "delta[9][0]");
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"{Mazur}: delta[9][0]: layer 9 is out of range, expected 1 to 2.\nThis example has: W[1] b[1] W[2] b[2] x@0 y@0 ", error, StringComparison.Ordinal);
        Assert.Equal(2, error.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public void Paths_have_the_fields_of_the_format()
    {
        var paths = Json("paths", "data/examples/five-layers-3-2-2-2-2.json", "dW[3][0,0]", "--json");
        Assert.Equal(["quantity", "value", "count", "paths", "withSharing", "withoutSharing"], paths.EnumerateObject().Select(field => field.Name));
        Assert.Equal(2, paths.GetProperty("count").GetInt32());
        var first = paths.GetProperty("paths")[0];
        Assert.Equal(["units", "factors", "product", "share"], first.EnumerateObject().Select(field => field.Name));
        Assert.Equal(["symbol", "value"], first.GetProperty("factors")[0].EnumerateObject().Select(field => field.Name));
        Close.Assert(-0.0081736437780371464, first.GetProperty("product").GetDouble(), "J_i1");
    }

    static JsonElement Json(params string[] arguments)
    {
        var (code, output, error) = BackpropCommand.Run(arguments);
        Assert.Equal((0, ""), (code, error));
        return JsonDocument.Parse(output).RootElement;
    }
}
