namespace Backprop.Teaching.Tests.Checking;

public class NudgeTests
{
    [Theory]
    [MemberData(nameof(Golden.Names), MemberType = typeof(Golden))]
    public void Every_number_of_a_pass_agrees_with_its_golden_gradient(string name)
    {
        var trace = Backpropagation.Run(Golden.Example(name));
        var expected = Golden.Json(name).GetProperty("expected");
        void Agrees(string nudged, string traced, double right)
        {
            var nudge = trace.Nudge(nudged);
            Assert.Equal(traced, nudge.Traced.Name);
            // the loss has up to 1e-16 of rounding, divided by 2e-5
            Assert.InRange(Math.Abs(nudge.Quotient - right), 0, 1e-8);
            Assert.InRange(Math.Abs(nudge.Difference), 0, 1e-8);
        }
        for (var i = 0; i < trace.SampleCount; i++)
        {
            var sample = expected.GetProperty("samples")[i];
            var dx = Golden.Vector(sample.GetProperty("dInput"));
            for (var k = 0; k < dx.Length; k++) Agrees($"x[{k}]@{i}", $"dx[{k}]@{i}", dx[k]);
            for (var l = 1; l <= trace.LayerCount; l++)
            {
                var layer = sample.GetProperty("layers")[l - 1];
                double[] dA = Golden.Vector(layer.GetProperty("dA")), delta = Golden.Vector(layer.GetProperty("delta"));
                for (var j = 0; j < delta.Length; j++)
                {
                    Agrees($"a[{l}][{j}]@{i}", $"dA[{l}][{j}]@{i}", dA[j]);
                    Agrees($"z[{l}][{j}]@{i}", $"delta[{l}][{j}]@{i}", delta[j]);
                }
            }
        }
        for (var l = 1; l <= trace.LayerCount; l++)
        {
            Agrees($"W[{l}][0,0]", $"gradW[{l}][0,0]", expected.GetProperty("gradW")[l - 1][0][0].GetDouble());
            if (trace.Network.Layer(l).HasBias) Agrees($"b[{l}][0]", $"gradb[{l}][0]", expected.GetProperty("gradB")[l - 1][0].GetDouble());
        }
    }

    [Fact]
    public void The_text_says_what_was_nudged_and_what_it_should_equal() => Assert.Equal(
        """
        a⁽¹⁾₂ nudged by ±h, h = 1e-5
        what                                 value  name
        a⁽¹⁾₂                               0.6434  a[1][2]@0
        J₀ at a⁽¹⁾₂ − h            0.1514703325877
        J₀ as it is                0.1514701083966  loss@0
        J₀ at a⁽¹⁾₂ + h            0.1514698842073
        quotient (J₀⁺ − J₀⁻) / 2h         -0.02242
        ∂J₀/∂a⁽¹⁾₂ in the trace           -0.02242  dA[1][2]@0
        difference                        -7.8e-14
        """.ReplaceLineEndings("\n"), Backpropagation.Run(Golden.Example("b1")).Nudge("a[1][2]").ToText());

    [Fact]
    public void A_weight_moves_the_loss_of_all_samples()
    {
        var trace = Backpropagation.Run(Golden.Example("b2"));
        var nudge = trace.Nudge("W[2][0,1]");
        Assert.Equal(trace.Loss.Value, nudge.Loss);
        Assert.Equal("gradW[2][0,1]", nudge.Traced.Name);
        Assert.Equal(trace.Sample(2).Loss.Value, trace.Nudge("z[1][0]@2").Loss);
        Assert.True(nudge.LossBelow != nudge.LossAbove);
        Assert.Equal((nudge.LossAbove - nudge.LossBelow) / 2e-5, nudge.Quotient);
    }

    [Fact]
    public void A_nudge_calculates_as_its_quotient()
    {
        var trace = Backpropagation.Run(Golden.Example("b1"));
        double quotient = trace.Nudge("a[1][2]");
        Assert.Equal(trace.Nudge("a[1][2]@0").Quotient, quotient);
        Assert.Equal(quotient, trace.Nudge(trace.Layer(1).Activation[2].Id).Quotient);
    }

    [Fact]
    public void A_step_h_is_taken_as_said()
    {
        var nudge = Backpropagation.Run(Golden.Example("b1")).Nudge("z[2][1]", h: 0.1);
        Assert.Equal(0.1, nudge.Step);
        Assert.InRange(Math.Abs(nudge.Difference), 1e-6, 1e-3);
    }

    [Fact]
    public void The_trace_is_unchanged()
    {
        var trace = Backpropagation.Run(Golden.Example("b2"));
        var before = trace.Everything().ToText(new(17));
        foreach (var name in new[] { "x[0]@1", "z[1][0]@1", "a[1][0]@1", "a[2][0]@1", "W[1][0,0]", "b[2][0]" }) trace.Nudge(name);
        Assert.Equal(before, trace.Everything().ToText(new(17)));
    }

    [Fact]
    public void A_kink_within_h_is_named()
    {
        var network = Network.Of(Layer.ReLU(w: [[4e-6], [0.5]]), Layer.Identity(w: [[1.5, -0.5]]));
        var trace = Backpropagation.Run(Example.Of(network, x: [2], y: [1]));
        Assert.Equal("z[1][0]@0", Assert.Single(trace.Nudge("z[1][0]").Kinks).ToString());
        Assert.Equal(["z[1][0]@0", "z[1][1]@0"], trace.Nudge("x[0]", 3).Kinks.Select(id => id.ToString()));
        Assert.Empty(trace.Nudge("z[1][1]").Kinks);
        Assert.Empty(trace.Nudge("a[1][0]").Kinks);
        Assert.EndsWith("\nWithin ±h the sign of z[1][0]@0 changes: a ReLU has a kink there, and the quotient is no derivative.", trace.Nudge("z[1][0]").ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_nudged_is_refused()
    {
        var trace = Backpropagation.Run(Golden.Example("b2"));
        void Says(string message, string name) => Assert.Equal(message, Assert.Throws<UnknownQuantityException>(() => trace.Nudge(name)).Message);
        Says("delta[1][0]@0: the pass does not run on from delta, expected one of x, z, a, W, b.", "delta[1][0]@0");
        Says("y[0]@0: the pass does not run on from y, expected one of x, z, a, W, b.", "y[0]@0");
        Says("a[1]@0: found a whole vector or matrix, expected one number: add the last bracket.", "a[1]@0");
        Says("a[1][9]@0: unit 9 is out of range, expected 0 to 3.", "a[1][9]@0");
        Says("a[1][0]: it belongs to one of 4 samples, expected @0 to @3 behind the name.", "a[1][0]");
        Assert.StartsWith("Expected a finite step h above 0.", Assert.Throws<ArgumentOutOfRangeException>(() => trace.Nudge("x[0]@0", 0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_beyond_the_logarithm_is_refused()
    {
        var trace = Backpropagation.Run(Golden.Example("e2"));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => trace.Nudge("a[2][0]@0", 2));
        Assert.StartsWith("a[2][0]@0: the loss is no finite number when it is moved by ±h, expected a smaller h.", error.Message, StringComparison.Ordinal);
    }
}
