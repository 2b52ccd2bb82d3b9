namespace Backprop.Teaching.Tests.Diagnosis;

public class AnswerSheetErrorTests
{
    const string Net = "net: 2-1 sigmoid\nloss: half squared error\n";

    [Theory]
    [InlineData("detla[2][0] = 0.1", "paper.txt: line 1, column 1: detla[2][0]: found no quantity called \"detla\", expected delta, the nearest known name")]
    [InlineData("\ndelta[2][0] 0.1", "paper.txt: line 2, column 1: found \"delta[2][0] 0.1\", expected name = number, as in delta[2][0] = 0.1385, or a setting such as count from: 1")]
    [InlineData("delta[4][0] = 0.1", "paper.txt: line 1, column 1: delta[4][0]: found layer 4, expected layer 1 to 2")]
    [InlineData("count from: 0\ndelta[2][2] = 0.1", "paper.txt: line 2, column 1: delta[2][2]: found unit 2, expected 0 to 1")]
    [InlineData("count from: 1\ndelta[2][0] = 0.1", "paper.txt: line 2, column 1: delta[2][0]: found unit 0, expected 1 to 2")]
    [InlineData("delta[2][0]@1 = 0.1\nz[1][0]@0 = 1", "paper.txt: line 1, column 1: delta[2][0]@1: found sample 1, expected @0 to @0")]
    [InlineData("J = 0.1\nJ = 0.2", "paper.txt: line 2, column 1: J: found J a second time, expected each number once; it stands in line 1 too")]
    [InlineData("count from: 2", "paper.txt: line 1, column 13: count from: found \"2\", expected 0 or 1")]
    [InlineData("cuont from: 1", "paper.txt: line 1, column 1: cuont from: found no quantity called \"cuont\", expected count from, the nearest known name")]
    [InlineData("notation: mine", "paper.txt: line 1, column 11: notation: found \"mine\", expected one of canonical, bias-unit, rows, partials, sensitivity, capitals")]
    [InlineData("convention: mine", "paper.txt: line 1, column 13: convention: found \"mine\", expected one of y - a, row vectors, shared bias")]
    [InlineData("decay: mine", "paper.txt: line 1, column 8: decay: found \"mine\", expected one of lambda/(2m), lambda, lambda/2")]
    [InlineData("keep digits: 0", "paper.txt: line 1, column 14: keep digits: found \"0\", expected a whole number from 1 to 15")]
    [InlineData("names: w5", "paper.txt: line 1, column 8: names: found \"w5\", expected label = name, as in w5 = W[2][0,0]")]
    [InlineData("names: v = W[2]", "paper.txt: line 1, column 8: names: found \"W[2]\", expected the name of one number, as in w5 = W[2][0,0]")]
    [InlineData("names: v = W[2][0,0], v = W[2][0,1]", "paper.txt: line 1, column 8: names: found the label \"v\" a second time, expected each label once")]
    [InlineData("dW[1] = [1 2", "paper.txt: line 1, column 9: found a bracket [ that is never closed, expected ]")]
    [InlineData("net: 2-2-2 sigmoid\nJ = 1", "paper.txt: line 1, column 1: net: found givens beside an example from elsewhere, expected one of them: a sheet with givens needs no example")]
    [InlineData("fprime[1][0,0] = 1", "paper.txt: line 1, column 1: fprime[1][0,0]: found \"fprime[1][0,0]\", expected fprime[layer][unit]@sample")]
    [InlineData("loss: cross entropy", "paper.txt: line 1, column 7: loss: found cross_entropy with sigmoid outputs, expected softmax outputs, or binary_cross_entropy with sigmoid outputs")]
    [InlineData("lambda: -1", "paper.txt: line 1, column 9: lambda: found -1, expected a number ≥ 0")]
    [InlineData("rate: 0", "paper.txt: line 1, column 7: rate: found 0, expected a number above 0")]
    [InlineData("quantity,value\ndelta[2][0]", "paper.txt: line 2, column 1: found \"delta[2][0]\", expected a name and a value, as in delta[2][0],0.1385")]
    [InlineData("quantity,value\n\"delta[2][0],1", "paper.txt: line 2, column 1: found a quote that is never closed, expected \"")]
    [InlineData("{ \"answers\": { \"delta[2][0]\": {} } }", "paper.txt: line 1, column 31: answers.delta[2][0]: found an object, expected a number, a text, a list or null")]
    [InlineData("{ \"answers\": ", "paper.txt: line 1, column 14: answers: found the end of the text, expected an object with a field for each number, such as \"delta[2][0]\": \"0.1385\"")]
    public void A_line_that_cannot_be_read_is_named(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidInputException>(() => AnswerSheet.Parse(text, Examples.Mazur, "paper.txt")).Message);

    [Theory]
    [InlineData("J = 1", "sheet: found no givens, expected the givens, from a line such as 'net: 2-2-2 sigmoid' on, or an example that the sheet answers")]
    [InlineData("net: 2-2-2", "sheet: line 1, column 6: net: found no activation, expected sizes and activations, as in 2-2-2 sigmoid or 3-4-3 tanh softmax")]
    [InlineData("net: 2-2-2 sigmod", "sheet: line 1, column 6: net: found the activation \"sigmod\", expected sigmoid")]
    [InlineData("net: two", "sheet: line 1, column 6: net: found \"two\", expected sizes and activations, as in 2-2-2 sigmoid or 3-4-3 tanh softmax")]
    [InlineData("net: 2-0-2 sigmoid", "sheet: line 1, column 6: net: found a layer of 0, expected 1 to 1000 units in each layer")]
    [InlineData("net: 2-2-2-2 sigmoid tanh relu identity", "sheet: line 1, column 6: net: found 4 activations for 3 layers, expected one for all layers, one for hidden layers and one for the outputs, or one for each layer")]
    [InlineData("net: 2-2-2 softmax", "sheet: line 1, column 6: net: found softmax in a hidden layer, expected softmax at the outputs only, as in 3-4-3 tanh softmax")]
    [InlineData(Net + "W[1] = 1 ?\nb[1] = 1\nx = 1 2\ny = 1\nanswers:\nJ = 1", "sheet: line 3, column 8: W[1][0,1]: found a blank, expected a number")]
    [InlineData(Net + "W[1] = 1 2\nx = 1 2\ny = 1\nanswers:\nJ = 1", "sheet: line 1, column 6: net: found no line for b[1][0], expected b[1] = … or b[1] = none")]
    [InlineData(Net + "W[1] = 1 2\nb[1] = 1\nx = 1 2\nanswers:\nJ = 1", "sheet: line 1, column 6: net: found no line for y[0]@0, expected y = …")]
    [InlineData(Net + "W[1] = 1 2 3\nb[1] = 1\nx = 1 2\ny = 1", "sheet: line 3, column 8: W[1]: found 1×3, expected 1×2")]
    [InlineData(Net + "W[1] = 1 a\nb[1] = 1\nx = 1 2\ny = 1", "sheet: line 3, column 8: W[1][0,1]: found \"a\", expected a number such as 0.140, -3.5e-4 or 3.5·10^-4")]
    [InlineData(Net + "W[1] = 1 2\nW[1][0,0] = 1\nb[1] = 1\nx = 1 2\ny = 1", "sheet: line 4, column 1: W[1][0,0]: found the number a second time, expected each given once; it stands in line 3 too")]
    [InlineData(Net + "W[1] = 1 2\nb[1] = 1\nx = 1 2\ny = 1\ndelta[1][0] = 1\nanswers:\nJ = 1", "sheet: line 7, column 1: delta[1][0]: found delta[1][0], expected one of the givens W, b, x, y before the line 'answers:'")]
    [InlineData("net: 2-1 sigmoid\nloss: binary cross entropy\nW[1] = 1 2\nb[1] = 1\nx = 1 2\ny = 3", "sheet: line 6, column 5: y: found 3, expected a number in 0…1 with binary_cross_entropy")]
    [InlineData("net: 2-1 sigmoid\nloss: mine", "sheet: line 2, column 7: loss: found \"mine\", expected one of half squared error, cross entropy, binary cross entropy, squared error, mean squared error, half mean squared error")]
    public void A_given_that_is_missing_blank_or_wrong_is_named(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidInputException>(() => AnswerSheet.Parse(text)).Message);

    [Fact]
    public void A_file_that_is_not_there_or_is_no_text_is_named()
    {
        Assert.Equal("no.txt: found no such file, expected an answer sheet", Assert.Throws<InvalidInputException>(() => AnswerSheet.Read("no.txt")).Message);
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.At("bad.txt"), [(byte)'J', 0xFF]);
        Assert.EndsWith("bad.txt: line 1, column 2: found the byte 0xFF, which is no UTF-8, expected UTF-8", Assert.Throws<InvalidInputException>(() => AnswerSheet.Read(folder.At("bad.txt"), Examples.Mazur)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Six_thousand_broken_sheets_give_a_sheet_or_a_message()
    {
        string[] sound =
        [
            "count from: 1\nnotation: sensitivity\ndelta[2][1] = 0.14\nw_{11}^{(2)} = 3\nJ = 1 # so\n",
            "net: 2-2-2 tanh softmax\nloss: cross entropy\nrate: 0.5\nW[1] = 1 2; 3 4\nb[1] = none\nW[2] = [[1, 2], [3, 4]]\nb[2] = 0 0\nx = 1 2; 3 4\ny = 0 1; 1 0\nnames: v = W[1][0,0]\nanswers:\ndelta[2]@1 = 0.1 -0.1\ndv = 3·10^-4\n",
            "quantity;value\ndecimal;comma\n\"dW[1][0,0]@1\";0,5\ndelta[2]@0;\"0,1 0,2\"\n",
            "{ \"count from\": 0, \"answers\": { \"delta[2]@0\": [0.1, 0.2], \"dW[1][0,0]@1\": \"1e-3\", \"J\": null } }",
        ];
        string[] pieces = ["[", "]", "@", "=", ":", ",", ";", "?", "-", "−", "\n", "#", "\"", "{", "}", "\0", "999999999999", "1e999", "·10^", "W[1]", "answers:", "net: 9-9 relu", "names: ", "é", "\ud83d\ude00", "\t", "_", "½", "count from: 1"];
        var random = new Random(20261124);
        var read = 0;
        for (var i = 0; i < 6_000; i++)
        {
            var text = sound[i % sound.Length];
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var at = random.Next(text.Length + 1);
                text = random.Next(3) switch
                {
                    0 => text[..at] + pieces[random.Next(pieces.Length)] + text[at..],
                    1 => text[..at] + text[Math.Min(text.Length, at + random.Next(1, 8))..],
                    _ => text[..at] + (char)random.Next(' ', 127) + text[Math.Min(text.Length, at + 1)..],
                };
            }
            try
            {
                AnswerSheet.Parse(text, i % sound.Length == 1 ? null : Examples.TwoOutputsFourSamples, "f");
                read++;
            }
            catch (InvalidInputException error)
            {
                Assert.True(error.Message.Length < 600 && !error.Message.Contains('\n') && error.Message.StartsWith("f: ", StringComparison.Ordinal), $"sheet {i}: {error.Message}");
            }
            catch (Exception error)
            {
                Assert.Fail($"sheet {i}: {error}\n{text}");
            }
        }
        Assert.InRange(read, 300, 5_000);
    }
}
