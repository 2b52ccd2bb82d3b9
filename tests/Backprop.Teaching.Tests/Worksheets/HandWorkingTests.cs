using System.Globalization;

namespace Backprop.Teaching.Tests.Worksheets;

public class HandWorkingTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_number_worked_by_hand_has_so_many_digits_and_lies_within_what_rounding_can_reach(int digits) => GeneratedNets.ForEach(example =>
    {
        var program = PassProgram.Of(example);
        var worked = HandWorking.Of(program, example, digits);
        var reach = program.Run(example, digits);
        for (var l = 1; l <= example.Network.LayerCount; l++)
            for (var i = 0; i < example.SampleCount; i++)
                for (var j = 0; j < example.Network.Layer(l).Units; j++)
                    foreach (var kind in (QuantityKind[])[QuantityKind.Activation, QuantityKind.Delta])
                    {
                        var id = new QuantityId(kind, l, j, null, i);
                        Assert.Equal(worked[id], double.Parse(worked[id].ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
                        if (double.IsFinite(reach[id].Radius)) Assert.True(reach[id].IsWithin(worked[id], 0), $"{id}: {worked[id]} is not in {reach[id].Low} … {reach[id].High}");
                    }
    }, 60);

    [Fact]
    public void The_first_pre_activation_of_Mazur_is_worked_as_on_paper()
    {
        // 0.15 · 0.05 = 0.0075, 0.2 · 0.1 = 0.02, with the bias 0.3775; σ of it 0.59327, four digits 0.5933
        var worked = HandWorking.Of(PassProgram.Of(Examples.Mazur), Examples.Mazur, 4);
        Assert.Equal(0.3775, worked[new(QuantityKind.PreActivation, 1, 0, null, 0)]);
        Assert.Equal(0.5933, worked[new(QuantityKind.Activation, 1, 0, null, 0)]);
    }
}
