namespace Backprop.Teaching.Tests.Diagnosis;

public class PassProgramTests
{
    [Fact]
    public void Without_mistakes_every_number_of_generated_nets_is_that_of_the_trace() => GeneratedNets.ForEach(example =>
    {
        var trace = Backpropagation.Run(example);
        var pass = PassProgram.Of(example).Run(example);
        foreach (var scalar in Scalars(trace))
            Assert.True(Close(pass[scalar.Id].Value, scalar.Value), $"{scalar.Id}: {pass[scalar.Id].Value} for {scalar.Value}");
    });

    [Fact]
    public void A_program_serves_every_example_of_its_shape()
    {
        var program = PassProgram.Of(Examples.TwoOutputs);
        var other = Examples.TwoOutputs.With("W[2][0,1]", 0.77).With("x[1]@0", -0.4);
        Assert.Equal(Backpropagation.Run(other).Value("dW[1][0,0]"), program.Run(other)[QuantityId.Parse("dW[1][0,0]@0")].Value, 15);
        Assert.NotEqual(Backpropagation.Run(other).Value("dW[1][0,0]"), program.Run(Examples.TwoOutputs)[QuantityId.Parse("dW[1][0,0]@0")].Value, 6);
    }

    [Fact]
    public void What_is_carried_is_used_further_on_and_judged_by_what_stands_before_it()
    {
        var example = Examples.Mazur;
        Assert.True(WrittenNumber.TryParse("0.2", out var written));
        var delta = QuantityId.Parse("delta[2][0]@0");
        var pass = PassProgram.Of(example).Run(example, null, new Dictionary<QuantityId, WrittenNumber> { [delta] = written });
        var trace = Backpropagation.Run(example);
        Assert.Equal(trace.Value("delta[2][0]"), pass[delta].Value, 15);
        var dW = pass[QuantityId.Parse("dW[2][0,0]@0")];
        Assert.Equal(0.2 * trace.Value("a[1][0]"), dW.Value, 15);
        // 0.2 was written with one digit: it may stand for 0.15 to 0.25
        Assert.Equal(0.05 * trace.Value("a[1][0]"), dW.Radius, 15);
    }

    [Fact]
    public void A_step_without_learning_rate_accepts_nothing()
    {
        var example = Examples.Mazur with { LearningRate = null };
        Assert.True(WrittenNumber.TryParse("0.149780716", out var written));
        Assert.False(PassProgram.Of(example).Run(example, 3)[QuantityId.Parse("newW[1][0,0]")].Accepts(written));
        Assert.True(PassProgram.Of(Examples.Mazur).Run(Examples.Mazur, 3)[QuantityId.Parse("newW[1][0,0]")].Accepts(written));
    }

    [Fact]
    public void Zero_one_and_repeated_numbers_are_not_carried()
    {
        (QuantityId, WrittenNumber) Answer(string name, string text) => (QuantityId.Parse(name), WrittenNumber.TryParse(text, out var number) ? number : throw new ArgumentException(text));
        var carried = CarriedNumbers.Of([
            Answer("delta[2][0]@0", "0"), Answer("delta[2][1]@0", "-1.00"), Answer("delta[1][0]@0", "0.25"), Answer("delta[1][1]@0", "0.25"), Answer("db[2][0]@0", "0.25")]);
        Assert.Equal(["db[2][0]@0"], carried.Keys.Select(id => id.ToString()));
    }

    static bool Close(double found, double expected) => Math.Abs(found - expected) <= 1e-11 * Math.Max(1e-3, Math.Abs(expected));

    static IEnumerable<(QuantityId Id, double Value)> Scalars(BackpropTrace trace)
    {
        var ids = trace.Quantities();
        if (trace.Example.LearningRate is not null)
            ids = ids.Concat(Enumerable.Range(1, trace.LayerCount).SelectMany(l => (QuantityId[])[new(QuantityKind.WeightStep, l), new(QuantityKind.WeightsAfter, l)]))
                .Concat([new(QuantityKind.DataLossAfter), new(QuantityKind.DecayLossAfter), new(QuantityKind.LossAfter)])
                .Concat(Enumerable.Range(1, trace.LayerCount).Where(l => trace.Network.Layer(l).HasBias).SelectMany(l => (QuantityId[])[new(QuantityKind.BiasStep, l), new(QuantityKind.BiasesAfter, l)]));
        return ids.SelectMany(id => QuantityEntries.Of(trace[id]));
    }
}
