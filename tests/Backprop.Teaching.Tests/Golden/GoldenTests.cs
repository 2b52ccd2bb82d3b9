namespace Backprop.Teaching.Tests.Golden;

public class GoldenTests
{
    // how many numbers each file's `expected` holds, counted from the files: a case or a field that is lost is noticed
    public static TheoryData<string, int> Counts { get; } = new()
    {
        { "a0", 24 }, { "a1", 56 }, { "a2", 102 }, { "b1", 190 }, { "b2", 370 }, { "c1", 198 }, { "c2", 268 },
        { "c3", 162 }, { "d1", 370 }, { "e1", 310 }, { "e2", 382 }, { "e3", 382 }, { "f1", 568 }, { "g1", 97 },
    };

    [Fact]
    public void Every_file_of_data_golden_is_a_case_with_a_count() =>
        Assert.Equal(Counts.Select(row => (string)row[0]), GoldenCase.All.Select(golden => golden.ShortName));

    [Theory]
    [MemberData(nameof(Counts))]
    public void Every_number_is_handed_out_by_its_member(string shortName, int count)
    {
        var golden = GoldenCase.Of(shortName);
        Assert.Equal(count, Close.AssertTree(golden.Expected, GoldenForm.Of(Backpropagation.Run(golden.Example)), shortName));
    }

    [Theory]
    [MemberData(nameof(Tracing.EngineTests.Engines), MemberType = typeof(Tracing.EngineTests))]
    public void Every_golden_number_is_there_in_every_engine(bool inLanes, int bits)
    {
        foreach (var golden in GoldenCase.All)
            Close.AssertTree(golden.Expected, GoldenForm.Of(Backpropagation.Run(golden.Example, new Engine(inLanes, bits))), $"{golden.ShortName}, {(inLanes ? "lanes" : "rows")} {bits}");
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Every_number_is_found_by_its_name(string shortName, int count)
    {
        var golden = GoldenCase.Of(shortName);
        var trace = Backpropagation.Run(golden.Example);
        Assert.Equal(count, golden.Numbers.Count);
        foreach (var (name, number) in golden.Numbers)
        {
            Close.Assert(number, trace.Value(name), $"{shortName} {name}");
            Assert.Equal(name, trace[name].Name);
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Every_number_of_one_sample_is_the_plain_loops_number_too(string shortName, int count)
    {
        var golden = GoldenCase.Of(shortName);
        var passes = Enumerable.Range(0, golden.Example.SampleCount).Select(i => PlainBackpropagation.Run(golden.Example, i)).ToArray();
        var found = 0;
        foreach (var (name, number) in golden.Numbers)
        {
            var id = QuantityId.Parse(name);
            if (id.Sample is not { } sample || id.Kind == QuantityKind.ActivationJacobian) continue;
            Close.Assert(number, PlainNumber(passes[sample], id), $"{shortName} {name}");
            found++;
        }
        Assert.InRange(found, 1, count);
    }

    [Theory]
    [InlineData("e2")]
    [InlineData("e3")]
    public void Softmax_has_a_Jacobian_and_no_derivative_for_each_unit(string shortName)
    {
        var layer = Backpropagation.Run(GoldenCase.Of(shortName).Example).Sample(0).Layer(2);
        var error = Assert.Throws<InvalidOperationException>(() => layer.ActivationDerivative);
        Assert.Contains("jacobian[2]", error.Message, StringComparison.Ordinal);
        Assert.Equal("3×3", layer.ActivationJacobian.Shape);
    }

    static double PlainNumber(PlainPass pass, QuantityId id) => (id.Kind, id.Layer ?? 0, id.Row ?? 0, id.Column ?? 0) switch
    {
        (QuantityKind.PreActivation, var l, var j, _) => pass.Z[l][j],
        (QuantityKind.Activation, var l, var j, _) => pass.A[l][j],
        (QuantityKind.ActivationDerivative, var l, var j, _) => pass.FPrime[l][j],
        (QuantityKind.ActivationGradient, var l, var j, _) => pass.DA[l][j],
        (QuantityKind.Delta or QuantityKind.BiasGradient, var l, var j, _) => pass.Delta[l][j],
        (QuantityKind.WeightGradient, var l, var j, var k) => pass.DW[l][j, k],
        (QuantityKind.InputGradient, _, var k, _) => pass.DA[0][k],
        (QuantityKind.SampleLoss, _, _, _) => pass.Loss,
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "not a number of one sample"),
    };
}
