namespace Backprop.Teaching.Tests.Checking;

public class GradientCheckTests
{
    [Theory]
    [MemberData(nameof(Golden.Names), MemberType = typeof(Golden))]
    public void Every_golden_case_passes(string name)
    {
        var example = Golden.Example(name);
        var report = GradientCheck.Run(example);
        Assert.True(report.Passed);
        Assert.Equal(example.Network.Layers.Sum(layer => (layer.Units * layer.Inputs) + (layer.HasBias ? layer.Units : 0)), report.Parameters.Length);
        Assert.Empty(report.AtKinks);
        Assert.InRange(report.LargestRelativeError, 0, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Golden.Names), MemberType = typeof(Golden))]
    public void The_numeric_gradient_is_the_golden_one(string name)
    {
        var expected = Golden.Json(name).GetProperty("expected");
        foreach (var numeric in NumericGradient.All(Golden.Example(name)))
        {
            var id = numeric.Quantity;
            var right = id.Kind == QuantityKind.Weights
                ? Golden.Rows(expected.GetProperty("gradW")[id.Layer!.Value - 1])[id.Row!.Value][id.Column!.Value]
                : Golden.Vector(expected.GetProperty("gradB")[id.Layer!.Value - 1])[id.Row!.Value];
            Assert.InRange(Math.Abs(numeric.Value - right), 0, 1e-9);
        }
    }

    [Fact]
    public void The_report_names_the_worst_first_in_cs231ns_words()
    {
        var example = Golden.Example("a0");
        var gradients = PlainBackpropagation.Gradients(example);
        gradients.Weights[0][0, 0] *= 1.001;
        var report = GradientCheck.Compare(example, gradients);
        Assert.Equal(
            """
            Check of given gradients of a0_last_layer_only_1-1: 2 weights and biases, h = 1e-5
            1 of 2 weights and biases fail: W[1][0,0].

            parameter  analytic   numeric  |a − n|  relative error  in words
            W[1][0,0]  -0.02029  -0.02027  2.0e-5   0.0010          FAILS: uncomfortable
            b[1][0]     -0.1351   -0.1351  2.1e-12  1.6e-11         be happy
            """.ReplaceLineEndings("\n"), report.ToText());
    }

    [Theory]
    [InlineData(0, "be happy")]
    [InlineData(1e-7, "be happy")]
    [InlineData(2e-6, "fine with kinks, high without")]
    [InlineData(1e-3, "FAILS: uncomfortable")]
    [InlineData(0.5, "FAILS: probably wrong")]
    public void The_bands(double relative, string words)
    {
        var check = new ParameterCheck(2 * (1 - relative), new(new(QuantityKind.Weights, 1, 0, 0), 0, 0.5, 0, 2, []), 1);
        Assert.Equal(words, check.Words);
        Assert.InRange(check.RelativeError, relative * 0.999, relative * 1.001);
    }

    [Fact]
    public void Two_zeros_have_no_error()
    {
        var check = new ParameterCheck(0, new(new(QuantityKind.Weights, 1, 0, 0), 0, 0.5, 1, 1, []), 1);
        Assert.Equal(0, check.RelativeError);
        Assert.False(check.Fails);
        Assert.Equal("W[1][0,0]: analytic 0, numeric 0, be happy", check.ToString());
    }

    [Theory]
    [InlineData(1.5e-8, 1, true)]
    [InlineData(0.5e-8, 1, false)]
    [InlineData(1.5e-8, 2, false)]
    public void An_error_below_1e8_times_J_does_not_fail(double error, double loss, bool fails)
    {
        var check = new ParameterCheck(error, new(new(QuantityKind.Weights, 1, 0, 0), 0, 0.5, 1, 1, []), loss);
        Assert.Equal(fails, check.Fails);
        Assert.Equal(fails ? "FAILS: probably wrong" : "too small to tell: |a − n| ≤ 1e-8·max(1, J)", check.Words);
    }

    [Fact]
    public void A_gradient_that_is_no_number_fails_and_comes_first()
    {
        var example = Golden.Example("b1");
        var gradients = PlainBackpropagation.Gradients(example);
        gradients.Weights[0][0, 0] *= 2;
        gradients.Biases[1]![1] = double.NaN;
        var report = GradientCheck.Compare(example, gradients);
        Assert.Equal(["b[2][1]", "W[1][0,0]"], report.Failures.Select(each => each.Parameter.ToString()));
    }

    [Fact]
    public void A_rectified_unit_that_changes_sign_is_named_and_its_parameters_are_not_judged()
    {
        // z = 2·4e-6 − 0 lies within 2h of 0: W and b of unit 0 move it across, those of unit 1 do not
        var network = Network.Of(Layer.ReLU(w: [[4e-6], [0.5]], b: [0, 0.1]), Layer.Identity(w: [[1.5, -0.5]], b: [0.2]));
        var report = GradientCheck.Run(Example.Of(network, x: [[2], [-1]], y: [[1], [0]], name: "kink"));
        Assert.True(report.Passed);
        Assert.Equal(["W[1][0,0]", "b[1][0]"], report.AtKinks.Select(each => each.Parameter.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal("kink: z[1][0]@0, z[1][0]@1", report["W[1][0,0]"].Words);
        Assert.Contains("2 of 7 are at a kink and not judged: within ±h the sign changes of z[1][0]@0, z[1][0]@1.", report.ToText(), StringComparison.Ordinal);
        Assert.Contains("\nNo parameter fails.\n", report.ToText(), StringComparison.Ordinal);
        // without the mark it would fail: the quotient is no derivative there
        Assert.True(report["W[1][0,0]"].RelativeError > 1e-2);
        Assert.Empty(GradientCheck.Run(report.Example, h: 1e-6).AtKinks);
    }

    [Fact]
    public void Mistakes_are_caught()
    {
        var example = Golden.Example("b2");
        var (weights, biases) = PlainBackpropagation.Gradients(example);
        double[][,] Changed(Func<double, double> change) => [.. weights.Select(w => { var c = (double[,])w.Clone(); for (var j = 0; j < c.GetLength(0); j++) for (var k = 0; k < c.GetLength(1); k++) c[j, k] = change(c[j, k]); return c; })];
        Assert.True(GradientCheck.Compare(example, (weights, biases)).Passed);
        Assert.Equal(20, GradientCheck.Compare(example, Changed(w => 4 * w)).Failures.Count());
        Assert.Equal(20, GradientCheck.Compare(example, Changed(w => -w)).Failures.Count());
        Assert.Equal(20, GradientCheck.Compare(example, Changed(w => w * (1 + 2e-4))).Failures.Count());
        Assert.Empty(GradientCheck.Compare(example, Changed(w => w * (1 + 5e-5))).Failures);
    }

    [Fact]
    public void The_error_over_the_step_falls_and_rises_again()
    {
        var sweep = GradientCheck.ErrorOverStep(Golden.Example("b1"), "W[1][0,0]");
        Assert.Equal(12, sweep.Points.Length);
        Assert.Equal([1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12], sweep.Points.Select(point => point.Step));
        Assert.InRange(sweep.BestStep, 1e-7, 1e-4);
        Assert.InRange(sweep.AbsoluteError(sweep.Points[0]) / sweep.AbsoluteError(sweep.Points[1]), 50, 200);
        Assert.True(sweep.RelativeError(sweep.Points[11]) > 1e3 * sweep.RelativeError(sweep.Points[4]));
        Assert.StartsWith("Error of the numeric gradient of W[1][0,0] over the step h\nanalytic  -0.005312\n\nh         numeric  |a − n|  relative error  in words\n0.1     -0.005310  1.1e-6   0.00021         uncomfortable\n", sweep.ToText(), StringComparison.Ordinal);
        Assert.Contains(", the best step\n", sweep.ToText(), StringComparison.Ordinal);
        Assert.EndsWith("A large h misses the curvature of the loss, an error that shrinks with h²; a small h loses the digits of the two losses, an error that grows with 1/h.", sweep.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_but_one_weight_or_bias_has_a_numeric_gradient()
    {
        var example = Golden.Example("b1");
        void Says(string message, string parameter) => Assert.Equal(message, Assert.Throws<UnknownQuantityException>(() => NumericGradient.Of(example, parameter)).Message);
        Says("delta[1][0]: delta is no parameter, expected one number of W or b.", "delta[1][0]");
        Says("W[1]: found a whole vector or matrix, expected one number: add the last bracket.", "W[1]");
        Says("W[3][0,0]: Layers are counted from 1: expected 1 to 2.", "W[3][0,0]");
        Says("W[1][0,3]: The input is counted from 0: expected 0 to 2.", "W[1][0,3]");
        example = Example.Of(Network.Of(Layer.Tanh(w: [[0.5], [-0.3]])), x: [0.7], y: [1, 0]);
        Says("b[1][0]: This layer has no bias: found a question for b, expected none.", "b[1][0]");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1e-5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_step_that_is_none_is_refused(double h)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => GradientCheck.Run(Golden.Example("a0"), h));
        Assert.StartsWith("Expected a finite step h above 0.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numeric_gradient_and_loops_agree_on_generated_nets() => GeneratedNets.ForEach(example =>
    {
        var report = GradientCheck.Compare(example, PlainBackpropagation.Gradients(example));
        Assert.True(report.Passed, report.ToText());
    }, 60);
}
