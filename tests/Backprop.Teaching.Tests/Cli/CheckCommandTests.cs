using System.Text.Json;

namespace Backprop.Teaching.Tests.Cli;

public class CheckCommandTests
{
    const string Mazur = "data/examples/mazur-2-2-2.json";
    const string Updated = "data/sheets/mazur-updated-weights.txt";

    [Fact]
    public void The_text_is_that_of_the_report_and_exit_code_1_says_that_something_is_wrong()
    {
        var (code, output, error) = BackpropCommand.Run("check", Mazur, Updated);
        Assert.Equal((1, ""), (code, error));
        Assert.Equal(SheetReport.Of(AnswerSheet.Read(Repository.At(Updated), Examples.Mazur)).ToText() + "\n", output);
        Assert.Contains("[P8@1]", output, StringComparison.Ordinal);
        Assert.Contains("where to look", BackpropCommand.Run("check", "--help").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_with_its_givens_needs_no_example_and_is_one_for_every_command()
    {
        const string Sheet = "data/sheets/own-givens.txt";
        var (code, output, error) = BackpropCommand.Run("check", Sheet);
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("8 numbers, all right.\n", output, StringComparison.Ordinal);
        Assert.Equal(BackpropCommand.Run("explain", Mazur, "delta[1][0]").Output, BackpropCommand.Run("explain", Sheet, "delta[1][0]").Output);
        foreach (var command in (string[][])[["trace", Sheet], ["paths", Sheet, "dW[1][0,0]"], ["gradcheck", Sheet], ["train", Sheet, "--epochs", "1"]])
            Assert.Equal(0, BackpropCommand.Run(command).Code);
    }

    [Fact]
    public void JSON_has_the_fields_that_programs_read()
    {
        var (code, output, _) = BackpropCommand.Run("check", Mazur, Updated, "--json");
        Assert.Equal(1, code);
        using var printed = JsonDocument.Parse(output);
        var root = printed.RootElement;
        Assert.Equal(["verdict", "firstWrong", "numbers", "explanations", "separate", "convention"], root.EnumerateObject().Select(field => field.Name));
        Assert.Equal("wrong", root.GetProperty("verdict").GetString());
        Assert.Equal("delta[1][0]@0", root.GetProperty("firstWrong").GetString());
        var numbers = root.GetProperty("numbers").EnumerateArray().ToList();
        Assert.All(numbers, number => Assert.Equal(["quantity", "given", "digits", "status", "interval"], number.EnumerateObject().Select(field => field.Name)));
        Assert.Equal("gradW[2][0,0]", numbers[7].GetProperty("quantity").GetString());
        Assert.Equal(0.08217, numbers[7].GetProperty("given").GetDouble());
        Assert.Equal(4, numbers[7].GetProperty("digits").GetInt32());
        Assert.Equal("right", numbers[7].GetProperty("status").GetString());
        Assert.Equal(2, numbers[7].GetProperty("interval").GetArrayLength());
        Assert.Equal("wrong", numbers[9].GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, numbers[9].GetProperty("interval").ValueKind);
        Assert.Equal("rightGivenYours", numbers[10].GetProperty("status").GetString());
        var explanation = root.GetProperty("explanations").EnumerateArray().First(each => each.GetProperty("rules")[0].GetString() == "P8@1");
        Assert.Equal(["rules", "fits", "of", "message"], explanation.EnumerateObject().Select(field => field.Name));
        Assert.Equal(12, explanation.GetProperty("of").GetInt32());

        using var revealed = JsonDocument.Parse(BackpropCommand.Run("check", Mazur, Updated, "--json", "--reveal").Output);
        var first = revealed.RootElement.GetProperty("numbers")[9];
        Assert.Equal(0.00877135468948, first.GetProperty("expected").GetDouble(), 1e-12);
        Assert.Equal(JsonValueKind.Array, first.GetProperty("interval").ValueKind);
    }

    [Fact]
    public void Bad_input_is_exit_code_2_with_file_and_line()
    {
        using var folder = new TemporaryFolder();
        var sheet = folder.At("paper.txt");
        File.WriteAllText(sheet, "J = 0.3\ndetla[2][0] = 0.1385\n");
        Assert.Equal((2, "", $"{sheet}: line 2, column 1: detla[2][0]: found no quantity called \"detla\", expected delta, the nearest known name\n"), BackpropCommand.Run("check", Mazur, sheet));
        Assert.Equal((2, "", "no.txt: found no such file, expected an answer sheet\n"), BackpropCommand.Run("check", Mazur, "no.txt"));
        Assert.Equal((2, "", "no.json: found no such file, expected an example file\n"), BackpropCommand.Run("check", "no.json", sheet));
        Assert.Equal(2, BackpropCommand.Run("check", Mazur, sheet, "--hint", "5").Code);
        const string expected = "expected an answer sheet: a number on each line, such as delta[2][0] = 0.1385\n";
        Assert.Equal((2, "", $"{Mazur}: found an example, {expected}"), BackpropCommand.Run("check", Mazur, Mazur));
        File.WriteAllText(sheet, "\n");
        Assert.Equal((2, "", $"{sheet}: found an empty text, {expected}"), BackpropCommand.Run("check", Mazur, sheet));
    }

    [Fact]
    public void A_new_sheet_says_which_given_is_blank()
    {
        var (code, output, error) = BackpropCommand.Run("new", "2-2-2");
        Assert.Equal((0, ""), (code, error));
        using var folder = new TemporaryFolder();
        var sheet = folder.At("paper.txt");
        File.WriteAllText(sheet, output);
        Assert.Equal((2, "", $"{sheet}: line 10, column 8: W[1][0,0]: found a blank, expected a number\n"), BackpropCommand.Run("check", sheet));
        Assert.Equal((2, ""), BackpropCommand.Run("new", "2-2-2", "sigmod") is var (bad, _, message) && message.StartsWith("NET: found the activation \"sigmod\", expected sigmoid\n", StringComparison.Ordinal) ? (bad, "") : (0, ""));
        Assert.Equal(0, BackpropCommand.Run("new", "3-4-3", "tanh", "softmax", "--samples", "2").Code);
    }
}
