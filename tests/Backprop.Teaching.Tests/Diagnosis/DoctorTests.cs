namespace Backprop.Teaching.Tests.Diagnosis;

public class DoctorTests
{
    static readonly Example Three = StudyWorksheets.Of(1);

    [Fact]
    public void A_right_sheet_has_no_explanations()
    {
        var diagnosis = Doctor.For(Three).Examine(Sheet(Three, 4), 4);
        Assert.Empty(diagnosis.Explanations);
        Assert.Null(diagnosis.Separate);
        Assert.Null(diagnosis.Convention);
    }

    [Fact]
    public void One_mistake_seen_in_two_independent_numbers_is_named_firmly()
    {
        var diagnosis = Doctor.For(Three).Examine(Sheet(Three, 4, Mistake(Three, "D2@1")), 4);
        var explanation = Assert.Single(diagnosis.Explanations);
        Assert.Equal("D2@1", string.Join(" + ", explanation.Rules));
        Assert.Equal((10, 10), (explanation.Fits, explanation.Of));
        Assert.True(explanation.IsFirm);
        Assert.Contains("f′(z) is left out in layer 1", explanation.Message, StringComparison.Ordinal);
        Assert.Null(diagnosis.Separate);
    }

    [Fact]
    public void One_number_alone_is_never_named_firmly()
    {
        var number = Sheet(Three, 4, Mistake(Three, "D2@1")).First(each => each.Id.ToString() == "delta[1][0]@0");
        var diagnosis = Doctor.For(Three).Examine([number], 4);
        Assert.Contains(diagnosis.Explanations, each => each.Rules.SequenceEqual(["D2@1"]));
        Assert.All(diagnosis.Explanations, each => Assert.False(each.IsFirm));
        Assert.All(diagnosis.Explanations, each => Assert.StartsWith("This is what you get if ", each.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_digits_name_nothing()
    {
        var numbers = Sheet(Three, 2, Mistake(Three, "E5"));
        Assert.Empty(Doctor.For(Three).Examine(numbers, 3).Explanations);
    }

    [Fact]
    public void Where_several_fit_the_next_quantity_tells_them_apart()
    {
        // one entry of ∂J/∂W: the ½ kept, the mean over two outputs
        var doctor = Doctor.For(Examples.TwoOutputs);
        var numbers = new[] { QuantityId.Parse("delta[2][0]@0") }.Select(id => new GivenNumber(id, Rounding.Write(Backpropagation.Run(Examples.TwoOutputs).Value("delta[2][0]@0") * -1, 4))).ToList();
        var found = doctor.Examine(numbers, 4);
        Assert.True(found.Explanations.Length == 1 || found.Separate is not null);

        // only the path through one unit: with the same index or with the first, seen at unit 0
        var example = Examples.TwoOutputs;
        var wrong = Sheet(example, 5, [QuantityId.Parse("delta[1][0]@0")], Mistake(example, "P1@1"));
        var diagnosis = Doctor.For(example).Examine(wrong, 5);
        Assert.Contains(diagnosis.Explanations, each => each.Rules.SequenceEqual(["P1@1"]));
        Assert.Contains(diagnosis.Explanations, each => each.Rules.SequenceEqual(["P2@1"]));
        var next = Assert.NotNull(diagnosis.Separate);
        // what it asks for tells the two apart: with the student's number for it one of them is left
        var both = Sheet(example, 5, [QuantityId.Parse("delta[1][0]@0"), next], Mistake(example, "P1@1"));
        var after = Doctor.For(example).Examine(both, 5);
        Assert.True(after.Explanations.Length < diagnosis.Explanations.Length);
        Assert.Contains(after.Explanations, each => each.Rules.SequenceEqual(["P1@1"]));
    }

    [Fact]
    public void Two_mistakes_are_found_where_no_single_one_fits()
    {
        var diagnosis = Doctor.For(Three).Examine(Sheet(Three, 4, Mistake(Three, "D1@3"), Mistake(Three, "B3@1")), 4);
        Assert.Contains(diagnosis.Explanations, each => each.Rules.SequenceEqual(["D1@3", "B3@1"]));
        Assert.All(diagnosis.Explanations, each => Assert.False(each.IsFirm));
    }

    [Fact]
    public void A_mistake_beside_a_slip_is_still_seen()
    {
        var numbers = Sheet(Three, 4, Mistake(Three, "P3@1,2")).ToList();
        // a slip in the first δ of the outputs, on the sheet only
        var at = numbers.FindIndex(number => number.Id.ToString() == "gradb[3][1]");
        numbers[at] = numbers[at] with { Number = Rounding.Write(numbers[at].Number.Value * 1.37, 4) };
        var explanation = Doctor.For(Three).Examine(numbers, 4).Explanations[0];
        Assert.Equal("P3@1,2", string.Join(" + ", explanation.Rules));
        Assert.Equal((9, 10), (explanation.Fits, explanation.Of));
        Assert.False(explanation.IsFirm);
    }

    [Theory]
    [InlineData("E2", "squared error factor: 1")]
    [InlineData("E4", "over outputs: mean")]
    [InlineData("M1", "over samples: sum")]
    [InlineData("L3", "decay: lambda/(2m)")]
    [InlineData("L4", "decay: lambda")]
    public void A_sheet_in_another_convention_is_recognised_and_the_rule_says_so(string rule, string line)
    {
        // seven sets of settings later the loss is a squared error and λ is not 0
        var diagnosis = Doctor.For(Three).Examine(Sheet(Three, 4, Mistake(Three, rule)), 4);
        Assert.Equal(line, diagnosis.Convention?.Line);
        var explanation = diagnosis.Explanations.First(each => each.Rules.SequenceEqual([rule]));
        Assert.False(explanation.IsFirm);
        Assert.Contains("It is right if your text says so: " + diagnosis.Convention!.Words, explanation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reversed_error_with_an_added_step_is_a_convention_and_without_it_a_mistake()
    {
        IReadOnlyList<QuantityId> asked = [.. StudyWorksheets.Asked(Three), QuantityId.Parse("newW[2][0,1]")];
        var doctor = Doctor.For(Three);
        Assert.Equal(Convention.ReversedError, doctor.Examine(Sheet(Three, 4, asked, Mistake(Three, "E1"), Mistake(Three, "U1")), 4).Convention);
        var uphill = doctor.Examine(Sheet(Three, 4, asked, Mistake(Three, "E1")), 4);
        Assert.Null(uphill.Convention);
        Assert.Equal("E1", string.Join(" + ", uphill.Explanations[0].Rules));
    }

    [Fact]
    public void A_shared_bias_is_a_convention()
    {
        var shared = Doctor.For(Three).Rules.Last(rule => rule.Mistake.Id == "B4");
        var numbers = Sheet(Three, 4, MadeMistake.Of(shared, Doctor.For(Three).Rules));
        Assert.Equal(Convention.SharedBias, Doctor.For(Three).Examine(numbers, 4).Convention);
        Assert.Empty(Doctor.For(Three, [Convention.SharedBias]).Examine(numbers, 4).Explanations);
    }

    [Fact]
    public void Transposed_matrices_are_row_vectors()
    {
        var example = Examples.Mazur;
        var trace = Backpropagation.Run(example);
        // written as gradW[from,to], read as gradW[to,from]
        var numbers = new List<GivenNumber>();
        for (var l = 1; l <= 2; l++)
            for (var j = 0; j < 2; j++)
                for (var k = 0; k < 2; k++)
                    numbers.Add(new(new(QuantityKind.TotalWeightGradient, l, j, k), Rounding.Write(trace.Value($"gradW[{l}][{k},{j}]"), 4)));
        var diagnosis = Doctor.For(example).Examine(numbers, 4);
        Assert.Equal(Convention.RowVectors, diagnosis.Convention);
        Assert.Contains(diagnosis.Explanations, each => each.Rules.SequenceEqual(["G4@1,2"]));
    }

    [Fact]
    public void In_a_stated_convention_a_mistake_is_found_all_the_same()
    {
        ConventionAndMistake(Convention.LossWithoutHalf);
        ConventionAndMistake(Convention.SumOverSamples);
    }

    static void ConventionAndMistake(Convention convention)
    {
        var example = convention.Apply(Three);
        var diagnosis = Doctor.For(Three, [convention]).Examine(Sheet(example, 4, Mistake(example, "D2@1")), 4);
        Assert.Equal("D2@1", string.Join(" + ", Assert.Single(diagnosis.Explanations).Rules));
        Assert.Null(diagnosis.Convention);
    }

    static MadeMistake Mistake(Example example, string label)
    {
        var rules = Doctor.For(example).Rules;
        return MadeMistake.Of(rules.First(rule => rule.Label == label), rules);
    }

    static IReadOnlyList<GivenNumber> Sheet(Example example, int digits, params MadeMistake[] mistakes) => Sheet(example, digits, StudyWorksheets.Asked(example), mistakes);

    static IReadOnlyList<GivenNumber> Sheet(Example example, int digits, IReadOnlyList<QuantityId> asked, params MadeMistake[] mistakes)
    {
        var student = new PlainStudent(example, digits, mistakes);
        return [.. asked.Select(id => new GivenNumber(id, Rounding.Write(student.Value(id), digits)))];
    }
}
