namespace Backprop.Teaching.Tests.Diagnosis;

public class AnswerSheetTests
{
    const string Givens = """
        net: 2-2-2 sigmoid
        loss: half squared error
        rate: 0.5
        W[1] = 0.15 0.20; 0.25 0.30
        b[1] = 0.35 0.35
        W[2] = [[0.40, 0.45], [0.50, 0.55]]
        b[2] = [0.60; 0.60]
        x = 0.05 0.10
        y = 0.01 0.99

        """;

    static IEnumerable<string> Written(AnswerSheet sheet) => sheet.Answers.Select(answer => $"{answer.Quantity}={answer.Number?.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture) ?? (answer.IsBlank ? "blank" : answer.Problem)}");

    static AnswerSheet Mazur(string text) => AnswerSheet.Parse(text, Examples.Mazur, "paper.txt");

    [Fact]
    public void A_sheet_with_comments_powers_and_a_unicode_minus_is_read()
    {
        var sheet = Mazur("""
            # my numbers

            delta[2][0]@0 = 0.1385   # the first one
            delta[2][1] = −3.810e-2
              dW[1][0, 0] = 4.386·10^-4
            J ≈ 0.2984
            delta[1][0] = ?
            """);
        Assert.Equal(["delta[2][0]@0=0.1385", "delta[2][1]@0=-0.0381", "dW[1][0,0]@0=0.0004386", "J=0.2984", "delta[1][0]@0=blank"], Written(sheet));
        Assert.Equal([3, 4, 5, 6, 7], sheet.Answers.Select(answer => answer.Line));
        Assert.Equal("delta[2][0]@0", sheet.Answers[0].Label);
        Assert.Equal("dW[1][0, 0]", sheet.Answers[2].Label);
        Assert.Equal(4, sheet.Answers[1].Number!.Value.SignificantDigits);
        Assert.Null(sheet.Givens);
    }

    [Theory]
    [InlineData("delta[2] = 0.1385 -0.0381")]
    [InlineData("delta[2] = [0.1385, -0.0381]")]
    [InlineData("delta[2]@0 = [0.1385; -0.0381]")]
    [InlineData("delta[2]@0 = [0.1385\n -0.0381]")]
    [InlineData("delta[2]: 0.1385 -0.0381")]
    public void A_vector_is_written_out(string text) => Assert.Equal(["delta[2][0]@0=0.1385", "delta[2][1]@0=-0.0381"], Written(Mazur(text)));

    [Theory]
    [InlineData("dW[2] = 1 2; 3 4")]
    [InlineData("dW[2] = [1, 2; 3, 4]")]
    [InlineData("dW[2] = [[1, 2], [3, 4]]")]
    [InlineData("dW[2] = [[1, 2],\n         [3, 4]]")]
    public void A_matrix_is_written_out(string text) => Assert.Equal(["dW[2][0,0]@0=1", "dW[2][0,1]@0=2", "dW[2][1,0]@0=3", "dW[2][1,1]@0=4"], Written(Mazur(text)));

    [Theory]
    [InlineData("delta[2] = 0.1 0.2 0.3", "found 3 numbers, expected 2 numbers")]
    [InlineData("dW[2] = 1 2 3; 4 5 6", "found 2×3, expected 2×2")]
    [InlineData("dW[2] = 1 2; 3", "found rows of 2, 1 entries, expected 2×2")]
    [InlineData("delta[2][0] = 0,1385", "found \"0,1385\", expected a decimal point, or the line 'decimal: comma' in the sheet")]
    [InlineData("delta[2][0] = big", "found \"big\", expected a number such as 0.140, -3.5e-4 or 3.5·10^-4")]
    public void What_is_no_number_or_of_another_shape_is_said(string text, string problem) => Assert.Equal([problem], Mazur(text).Answers.Select(answer => answer.Problem));

    [Fact]
    public void A_decimal_comma_is_read_where_the_sheet_declares_it() => Assert.Equal(
        ["delta[2][0]@0=0.1385", "delta[2][1]@0=-0.0381", "dW[1][0,0]@0=1", "dW[1][0,1]@0=0.5", "dW[1][1,0]@0=0.25", "dW[1][1,1]@0=2"],
        Written(Mazur("decimal: comma\ndelta[2] = [0,1385, −,0381]\ndW[1] = 1,0 0,5; 0,25 2")));

    [Fact]
    public void Units_and_samples_count_from_1_where_the_sheet_says_so() => Assert.Equal(
        ["delta[2][1]@3=0.5", "dW[1][0,2]@0=0.25"],
        Written(AnswerSheet.Parse("count from: 1\ndelta[2][2]@4 = 0.5\ndW[1][1,3]@1 = 0.25", Examples.TwoOutputsFourSamples)));

    [Fact]
    public void A_sheet_whose_names_are_there_only_when_counted_from_1_is_read_so()
    {
        var sheet = Mazur("delta[2][1] = 0.1385\ndelta[2][2] = -0.0381");
        Assert.Equal(["delta[2][0]@0=0.1385", "delta[2][1]@0=-0.0381"], Written(sheet));
        Assert.Equal((1, false), (sheet.CountFrom, sheet.StatesCountFrom));
        Assert.Equal((0, true), (Mazur("count from: 0\nJ = 1").CountFrom, Mazur("count from: 0\nJ = 1").StatesCountFrom));
    }

    [Fact]
    public void A_sheet_may_use_labels_of_its_own_and_what_follows_from_them() => Assert.Equal(
        ["W[1][0,1]=0.45", "gradW[1][0,1]=0.08", "newW[1][0,1]=0.36", "z[1][0]@0=1.1", "a[1][0]@0=0.75", "delta[1][0]@0=0.14", "dA[1][0]@0=0.7"],
        Written(AnswerSheet.Parse("""
            names: v = W[1][0,1], p = a[1][0]
            v = 0.45
            ∂J/∂v = 0.08
            v⁺ = 0.36
            net_p = 1.1
            out_p = 0.75
            delta_p = 0.14
            dE/dout_p = 0.7
            """, Examples.TwoOutputs)));

    [Fact]
    public void Mazurs_labels_come_with_his_example() => Assert.Equal(
        ["gradW[2][0,0]=0.082167041", "newW[1][0,0]=0.149780716", "z[1][0]@0=0.3775", "a[2][1]@0=0.772928465", "J=0.298371109", "delta[2][0]@0=0.138498562", "dA[2][0]@0=0.74136507"],
        Written(Mazur("""
            ∂E_total/∂w5 = 0.082167041
            w1+ = 0.149780716
            net_h1 = 0.3775
            out_o2 = 0.772928465
            E_total = 0.298371109
            delta_o1 = 0.138498562
            ∂E_total/∂out_o1 = 0.74136507
            """)));

    [Theory]
    [InlineData("sensitivity", @"\delta^{(3)}_2 = 1", "delta[2][1]@0=1")]
    [InlineData("capitals", "dZ[2][0] = 1", "delta[2][0]@0=1")]
    [InlineData("capitals\ncount from: 1", "dZ[2][2] = 1", "delta[2][1]@0=1")]
    [InlineData("canonical", "δ^(2)_1 = 1", null)]
    public void Names_are_read_in_the_notation_that_the_sheet_states(string notation, string line, string? expected)
    {
        if (expected is null) Assert.Throws<InvalidInputException>(() => Mazur($"notation: {notation}\n{line}"));
        else Assert.Equal([expected], Written(Mazur($"notation: {notation}\n{line}")));
    }

    [Theory]
    [MemberData(nameof(Notations))]
    public void Every_quantity_is_found_by_its_name_in_every_notation(string name)
    {
        var notation = Notation.Find(name)!;
        var trace = Backpropagation.Run(Examples.TwoOutputs);
        var context = NotationContext.Of(trace);
        foreach (var id in trace.Quantities().Where(id => id.Kind is QuantityKind.Delta or QuantityKind.Activation or QuantityKind.WeightGradient or QuantityKind.PreActivation))
        {
            var entry = id.Info.Indices == 2 ? id.At(1, 2) : id.At(1);
            var symbol = LatexWriter.Write(notation.Symbol(SymbolRequest.Of(entry, context)));
            var sheet = AnswerSheet.Parse($"notation: {name}\n{symbol} = 0.5", Examples.TwoOutputs);
            Assert.Equal(entry, Assert.Single(sheet.Answers).Quantity);
        }
    }

    public static TheoryData<string> Notations() => [.. Notation.All.Skip(1).Select(notation => notation.Name)];

    [Fact]
    public void A_sheet_may_state_its_givens()
    {
        var sheet = AnswerSheet.Parse(Givens + "answers:\ndelta[2][0] = 0.1385\nW[1][0,0] = 0.15");
        Assert.True(Examples.Mazur.Network.Layers.SequenceEqual(sheet.Givens!.Network.Layers));
        Assert.Equal(0.5, sheet.Givens.LearningRate);
        Assert.Equal(Backpropagation.Run(Examples.Mazur).Loss.Value, Backpropagation.Run(sheet.Givens).Loss.Value);
        Assert.Equal(["delta[2][0]@0=0.1385", "W[1][0,0]=0.15"], Written(sheet));
        Assert.Equal(["delta[2][0]@0=0.1385"], Written(AnswerSheet.Parse(Givens + "delta[2][0] = 0.1385")));
    }

    [Fact]
    public void Givens_may_have_several_samples_other_outputs_and_an_objective()
    {
        var sheet = AnswerSheet.Parse("""
            net: 2-2-3 tanh softmax
            loss: cross entropy
            lambda: 0.1
            decay: lambda/(2m)
            over samples: sum
            count from: 1
            W[1][1,1] = 0.1
            W[1][1,2] = 0.2
            W[1][2,1] = 0.3
            W[1][2,2] = 0.4
            b[1] = none
            W[2] = 1 2; 3 4; 5 6
            b[2] = 0 0 0
            x@1 = 0.1 0.2
            x@2 = 0.3 0.4
            y = 1 0 0; 0 1 0
            answers:
            delta[2][1]@2 = 0.1
            """);
        var example = sheet.Givens!;
        Assert.Equal("2-2-3", example.Network.Shape.Replace('→', '-').Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal([ActivationFunction.Tanh, ActivationFunction.Softmax], example.Network.Layers.Select(layer => layer.Activation));
        Assert.False(example.Network.Layer(1).HasBias);
        Assert.Equal(0.2, example.Network.Layer(1).Weight(0, 1));
        Assert.Equal(6, example.Network.Layer(2).Weight(2, 1));
        Assert.Equal(2, example.SampleCount);
        Assert.Equal([0.3, 0.4], example.Input(1));
        Assert.Equal([0, 1.0, 0], example.Target(1));
        Assert.Equal(new() { Loss = LossFunction.CrossEntropy, WeightDecay = 0.1, Decay = DecayScaling.HalfLambdaPerSample, OverSamples = Reduction.Sum }, example.Objective);
        Assert.Equal<Convention>([Convention.SumOverSamples, Convention.DecayPerSample], sheet.Conventions);
        Assert.Equal(["delta[2][0]@1=0.1"], Written(sheet));
    }

    [Fact]
    public void A_table_and_JSON_say_the_same_as_text()
    {
        var text = Mazur("count from: 1\nkeep digits: 4\ndelta[2][1] = 0.140\ndW[1][1,2] = 3.5e-4\ndelta[1] = [0.1, 0.20]\nJ = ?");
        var table = Mazur("quantity,value\ncount from,1\nkeep digits,4\n\"delta[2][1]\",0.140\ndW[1][1,2],3.5e-4,a remark\ndelta[1],\"[0.1, 0.20]\"\nJ,\n");
        var semicolons = Mazur("quantity;value\ncount from;1\nkeep digits;4\ndecimal;comma\ndelta[2][1];0,140\ndW[1][1,2];3,5e-4\ndelta[1];0,1 0,20\nJ;?\n");
        var json = Mazur("""{ "count from": 1, "keep digits": 4, "answers": { "delta[2][1]": "0.140", "dW[1][1,2]": 3.5e-4, "delta[1]": [0.1, 0.20], "J": null } }""");
        foreach (var sheet in (AnswerSheet[])[table, semicolons, json])
        {
            Assert.Equal(Written(text), Written(sheet));
            Assert.Equal(text.Answers.Select(answer => answer.Number), sheet.Answers.Select(answer => answer.Number));
            Assert.Equal((1, 4), (sheet.CountFrom, sheet.DigitsKept));
        }
    }

    [Fact]
    public void Row_vectors_are_read_transposed() => Assert.Equal(
        ["dW[1][2,0]@0=0.5", "dW[2][0,0]@0=1", "dW[2][0,1]@0=3", "dW[2][0,2]@0=5", "dW[2][0,3]@0=7", "dW[2][1,0]@0=2", "dW[2][1,1]@0=4", "dW[2][1,2]@0=6", "dW[2][1,3]@0=8"],
        Written(AnswerSheet.Parse("convention: row vectors\ndW[1][0,2] = 0.5\ndW[2] = 1 2; 3 4; 5 6; 7 8", Examples.TwoOutputs)));

    [Fact]
    public void A_blank_sheet_reads_back_once_it_is_filled_in()
    {
        foreach (var (shape, samples) in ((string, int)[])[("2-2-2", 1), ("3-4-3 tanh softmax", 2), ("1-1-1-1 sigmoid relu identity", 3)])
        {
            var net = SheetNet.Parse(shape, ActivationFunction.Sigmoid).Net!;
            var blank = BlankSheet.Of(net, samples);
            var error = Assert.Throws<InvalidInputException>(() => AnswerSheet.Parse(blank, source: "paper.txt"));
            Assert.StartsWith("paper.txt: line 10, column", error.Message, StringComparison.Ordinal);
            Assert.EndsWith("W[1][0,0]: found a blank, expected a number", error.Message, StringComparison.Ordinal);
            var filled = string.Join('\n', blank.Split('\n').Select(line => line.StartsWith('y') ? line.Split('#')[0].Replace("? ? ?", "1 0 0", StringComparison.Ordinal).Replace('?', '1') : line.StartsWith('#') ? line : line.Replace('?', '1')));
            var sheet = AnswerSheet.Parse(filled);
            Assert.Equal(samples, sheet.Givens!.SampleCount);
            Assert.All(sheet.Answers, answer => Assert.Equal(1, answer.Number!.Value.Value));
            Assert.True(sheet.Answers.Length > 10);
        }
    }
}
