namespace Backprop.Teaching.Tests.Diagnosis;

public class MisconceptionCatalogueTests
{
    public static TheoryData<string> Ids => [.. MisconceptionCatalogue.All.Select(each => each.Id)];

    [Fact]
    public void The_catalogue_has_every_row_once_and_in_order()
    {
        string[] expected =
        [
            "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8",
            "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10", "G1", "G2", "G3", "G4", "G5", "G6", "B1", "B2", "B3", "B4", "B5",
            "M1", "M2", "M3", "M4", "M5", "L1", "L2", "L3", "L4", "L5", "F1", "U1", "U2",
        ];
        Assert.Equal(expected, MisconceptionCatalogue.All.Select(each => each.Id));
        Assert.Contains("expected one of D1", Assert.Throws<ArgumentException>(() => MisconceptionCatalogue.Find("D11")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Twins_and_errata_exist()
    {
        foreach (var mistake in MisconceptionCatalogue.All)
        {
            Assert.All(mistake.Twins, twin => Assert.Equal(twin, MisconceptionCatalogue.Find(twin).Id));
            Assert.All(mistake.Errata, erratum => Assert.Equal(erratum, ErrataCatalogue.Find(erratum)?.Id));
        }
    }

    [Fact]
    public void A_net_of_three_layers_has_a_hundred_forms_and_more() =>
        Assert.InRange(MisconceptionCatalogue.Rules(MistakeShape.Of(StudyWorksheets.Of(1))).Length, 100, 250);

    /// <summary>One number of each row, from a student who makes that mistake with plain loops, is named; the right number is not.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_number_is_named_and_the_right_number_is_not(string id)
    {
        var named = 0;
        for (var worksheet = 0; worksheet < StudyWorksheets.Settings && named < 3; worksheet++)
        {
            var example = StudyWorksheets.Of(worksheet);
            var doctor = Doctor.For(example);
            var right = new PlainStudent(example, 17);
            foreach (var rule in doctor.Rules.Where(rule => rule.Mistake.Id == id))
            {
                var wrong = new PlainStudent(example, 17, MadeMistake.Of(rule, doctor.Rules));
                foreach (var quantity in Asked(example).Where(quantity => Shows(right.Value(quantity), wrong.Value(quantity))).Take(2))
                {
                    var explanations = doctor.Behind(quantity, Rounding.Write(wrong.Value(quantity), 5));
                    Assert.Contains(explanations, each => each.Rules.SequenceEqual([rule.Label]) && each.Misconceptions[0].Id == id);
                    Assert.All(explanations, each => Assert.False(each.IsFirm));
                    Assert.Empty(doctor.Behind(quantity, Rounding.Write(right.Value(quantity), 5)));
                    named++;
                }
            }
        }
        Assert.NotEqual(0, named);
    }

    [Fact]
    public void Mazurs_first_weight_with_the_output_weights_updated_too_early_is_P8()
    {
        var doctor = Doctor.For(Examples.Mazur);
        var dW = QuantityId.Parse("dW[1][0,0]@0");
        Assert.True(WrittenNumber.TryParse("0.000365", out var early));
        Assert.Contains(doctor.Behind(dW, early), each => each.Rules.SequenceEqual(["P8@1"]));
        Assert.True(WrittenNumber.TryParse("0.000439", out var right));
        Assert.Empty(doctor.Behind(dW, right));
        // two digits fit too much
        Assert.True(WrittenNumber.TryParse("0.00036", out var vague));
        Assert.Empty(doctor.Behind(dW, vague));
    }

    static bool Shows(double right, double wrong) => Math.Abs(right - wrong) > 0.02 * Math.Abs(right) && Math.Abs(wrong) is 0 or > 1e-4;

    static IEnumerable<QuantityId> Asked(Example example) => StudyWorksheets.Asked(example).Concat(
        [new(QuantityKind.WeightsAfter, 1, 0, 1), new(QuantityKind.BiasesAfter, 1, 0), new(QuantityKind.BiasesAfter, 2, 0), new(QuantityKind.ActivationDerivative, 1, 0, null, 0)]);
}
