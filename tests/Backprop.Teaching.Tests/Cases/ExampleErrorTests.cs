namespace Backprop.Teaching.Tests.Cases;

public class ExampleErrorTests
{
    internal const string Sound = """
        {
          "layers": [
            { "activation": "tanh", "W": [[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]], "b": [0.1, 0.2, 0.3] },
            { "activation": "softmax", "W": [[0.7, 0.8, 0.9], [1.1, 1.2, 1.3]], "b": null }
          ],
          "loss": "cross_entropy",
          "X": [[1, 2], [3, 4]],
          "Y": [[1, 0], [0.25, 0.75]]
        }
        """;

    public static TheoryData<string, string, string> Faults => new()
    {
        { "\"loss\": \"cross_entropy\",", "", "loss: found no such field, expected one of \"half_squared_error\", \"cross_entropy\", \"binary_cross_entropy\"" },
        { "\"X\": [[1, 2], [3, 4]],", "", "X: found no such field, expected a list of samples" },
        { "\"activation\": \"tanh\", ", "", "line 3, column 5: layers[0].activation (layer 1): found no such field, expected one of \"sigmoid\", \"tanh\", \"relu\", \"identity\", \"softmax\"" },
        { "\"activation\": \"tanh\", \"W\"", "\"activation\": \"tanh\", \"w\"", "line 3, column 29: layers[0].w (layer 1): found an unknown field, expected W, the nearest known name" },
        { ", \"b\": null", "", "line 4, column 5: layers[1].b (layer 2): found no such field, expected a list of numbers, one for each unit, or null for a layer without bias" },
        { "\"loss\"", "\"lamda\": 0, \"loss\"", "line 6, column 3: lamda: found an unknown field, expected lambda, the nearest known name" },
        { "\"loss\"", "\"learning_rate\": 0, \"loss\"", "line 6, column 3: learning_rate: found an unknown field, expected learningRate, the nearest known name" },
        { "\"loss\"", "\"colour\": 0, \"loss\"", "line 6, column 3: colour: found an unknown field, expected one of layers, loss, X, Y, schema, name, lambda, learningRate, trainBias, objective" },
        { "\"b\": null", "\"b\": null, \"bias\": 1", "line 4, column 84: layers[1].bias (layer 2): found an unknown field, expected one of activation, W, b" },
        { "\"loss\"", "\"objective\": { \"overOutput\": \"sum\" }, \"loss\"", "line 6, column 18: objective.overOutput: found an unknown field, expected overOutputs, the nearest known name" },
        { "\"loss\"", "\"objective\": { \"decay\": \"lambda/m\" }, \"loss\"", "line 6, column 27: objective.decay: found the text \"lambda/m\", expected one of \"lambda/2\", \"lambda/(2m)\", \"lambda\"" },
        { "\"loss\"", "\"objective\": { \"squaredErrorFactor\": 2 }, \"loss\"", "line 6, column 40: objective.squaredErrorFactor: found 2, expected 0.5 or 1" },
        { "\"loss\"", "\"objective\": { \"overSamples\": null }, \"loss\"", "line 6, column 33: objective.overSamples: found null, expected one of \"sum\", \"mean\"" },
        { "\"loss\"", "\"objective\": [], \"loss\"", "line 6, column 16: objective: found a list, expected an object with any of the fields squaredErrorFactor, overOutputs, overSamples, decay" },
        { "\"X\"", "\"X\": [[1, 2]], \"X\"", "line 7, column 18: X: found the field a second time, expected each field once" },
        { "\"b\": null", "\"b\": null, \"b\": null", "line 4, column 84: layers[1].b (layer 2, b): found the field a second time, expected each field once" },
        { "[1.1, 1.2, 1.3]", "[1.1, 1.2]", "line 4, column 55: layers[1].W[1] (layer 2, W row 1): found 2 numbers, expected 3 as in row 0" },
        { "[[0.7, 0.8, 0.9], [1.1, 1.2, 1.3]]", "[[0.7, 0.8], [1.1, 1.2]]", "line 4, column 37: layers[1].W (layer 2, W): found 2×2, expected 2×3: layer 1 has 3 units" },
        { "[[0.7, 0.8, 0.9], [1.1, 1.2, 1.3]]", "[]", "line 4, column 37: layers[1].W (layer 2, W): found no numbers, expected one row for each unit, one number for each input" },
        { "[[0.7, 0.8, 0.9], [1.1, 1.2, 1.3]]", "[[], []]", "line 4, column 37: layers[1].W (layer 2, W): found no numbers, expected one row for each unit, one number for each input" },
        { "[[0.7, 0.8, 0.9], [1.1, 1.2, 1.3]]", "[0.7, 0.8]", "line 4, column 38: layers[1].W[0] (layer 2, W row 0): found 0.7, expected a list of numbers, one for each input" },
        { "[0.1, 0.2, 0.3]", "[0.1, 0.2]", "line 3, column 77: layers[0].b (layer 1, b): found 2 numbers, expected 3, one for each row of W" },
        { "[0.1, 0.2, 0.3]", "0.1", "line 3, column 77: layers[0].b (layer 1, b): found 0.1, expected a list of numbers, one for each unit, or null for a layer without bias" },
        { "[3, 4]", "[3]", "line 7, column 17: X[1] (x of sample 1): found 1 number, expected 2: layer 1 has 2 inputs" },
        { "[[1, 2], [3, 4]]", "[]", "line 7, column 8: X: found no samples, expected at least one" },
        { "[[1, 2], [3, 4]]", "[1, 2]", "line 7, column 9: X[0] (x of sample 0): found 1, expected a list of numbers, one for each input" },
        { "[0.25, 0.75]", "[0.25, 0.5, 0.25]", "line 8, column 17: Y[1] (y of sample 1): found 3 numbers, expected 2: layer 2 has 2 units" },
        { ", [0.25, 0.75]", "", "line 8, column 8: Y: found 1 sample, expected 2, as in X" },
        { "0.4]", "null]", "line 3, column 53: layers[0].W[1][1] (layer 1, W row 1): found null, expected a number" },
        { "0.4]", "\"0.4\"]", "line 3, column 53: layers[0].W[1][1] (layer 1, W row 1): found the text \"0.4\", expected a number" },
        { "0.4]", "true]", "line 3, column 53: layers[0].W[1][1] (layer 1, W row 1): found true, expected a number" },
        { "0.4]", "NaN]", "line 3, column 53: layers[0].W[1][1] (layer 1, W row 1): found NaN, expected a finite number" },
        { "0.4]", "-Infinity]", "line 3, column 53: layers[0].W[1][1] (layer 1, W row 1): found -Infinity, expected a finite number" },
        { "0.4]", "Infinity]", "line 3, column 53: layers[0].W[1][1] (layer 1, W row 1): found Infinity, expected a finite number" },
        { "0.4]", "1e999]", "line 3, column 53: layers[0].W[1][1] (layer 1, W row 1): found 1e999, expected a number that fits in 64 bits, at most 1.8e308 in size" },
        { "0.4]", "-1e999]", "line 3, column 53: layers[0].W[1][1] (layer 1, W row 1): found -1e999, expected a number that fits in 64 bits, at most 1.8e308 in size" },
        { "0.4]", ".4]", "line 3, column 53: layers[0].W[1][1] (layer 1, W row 1): found .4, expected a number as JSON writes it, such as 0.5 or -1e-5" },
        { "0.4]", "04]", "line 3, column 53: layers[0].W[1][1] (layer 1, W row 1): found 04, expected a number as JSON writes it, such as 0.5 or -1e-5" },
        { "0.4]", "0.4.1]", "line 3, column 53: layers[0].W[1][1] (layer 1, W row 1): found 0.4.1, expected a number as JSON writes it, such as 0.5 or -1e-5" },
        { "0.4]", "nul]", "line 3, column 53: layers[0].W[1][1] (layer 1, W row 1): found nul, expected a number" },
        { "0.4]", "−0.4]", "line 3, column 53: layers[0].W[1][1] (layer 1, W row 1): found −0.4, expected a number with the - of the keyboard as its sign" },
        { "0.4]", "0.4,]", "line 3, column 57: layers[0].W[1][2] (layer 1, W row 1): found \"]\", expected a number" },
        { "0.4]", ",0.4]", "line 3, column 53: layers[0].W[1][1] (layer 1, W row 1): found \",\", expected a number" },
        { "[0.3, 0.4]", "[0.3 0.4]", "line 3, column 52: layers[0].W[1] (layer 1, W row 1): found 0.4, expected a comma or ]" },
        { "[0.3, 0.4]", "[0.3, 0.4}", "line 3, column 56: layers[0].W[1] (layer 1, W row 1): found \"}\", expected a comma or ]" },
        { "\"tanh\"", "\"Tanh\"", "line 3, column 21: layers[0].activation (layer 1): found the text \"Tanh\", expected one of \"sigmoid\", \"tanh\", \"relu\", \"identity\", \"softmax\"" },
        { "\"tanh\"", "\"softmax\"", "line 3, column 21: layers[0].activation (layer 1): found softmax in a hidden layer, expected sigmoid, tanh, relu or identity: softmax is for the output layer only" },
        { "\"tanh\"", "7", "line 3, column 21: layers[0].activation (layer 1): found 7, expected one of \"sigmoid\", \"tanh\", \"relu\", \"identity\", \"softmax\"" },
        { "\"softmax\"", "\"sigmoid\"", "line 6, column 11: loss: found cross_entropy with sigmoid outputs, expected softmax outputs, or binary_cross_entropy with sigmoid outputs" },
        { "\"cross_entropy\"", "\"mse\"", "line 6, column 11: loss: found the text \"mse\", expected one of \"half_squared_error\", \"cross_entropy\", \"binary_cross_entropy\"" },
        { "\"cross_entropy\"", "\"binary_cross_entropy\"", "line 6, column 11: loss: found binary_cross_entropy with softmax outputs, expected sigmoid outputs" },
        { "\"cross_entropy\"", "NaN", "line 6, column 11: loss: found NaN, expected one of \"half_squared_error\", \"cross_entropy\", \"binary_cross_entropy\"" },
        { "0.75]", "0.7]", "line 8, column 17: Y[1] (y of sample 1): found a sum of 0.95, expected 1: with cross_entropy a target is a distribution" },
        { "[0.25, 0.75]", "[-0.25, 1.25]", "line 8, column 18: Y[1][0] (y of sample 1): found -0.25, expected a number ≥ 0: with cross_entropy a target is a distribution" },
        { "\"loss\"", "\"lambda\": -0.5, \"loss\"", "line 6, column 13: lambda (weight decay λ): found -0.5, expected a number ≥ 0" },
        { "\"loss\"", "\"lambda\": NaN, \"loss\"", "line 6, column 13: lambda: found NaN, expected a finite number" },
        { "\"loss\"", "\"learningRate\": 0, \"loss\"", "line 6, column 19: learningRate: found 0, expected a number above 0" },
        { "\"loss\"", "\"learningRate\": null, \"loss\"", "line 6, column 19: learningRate: found null, expected a number" },
        { "\"loss\"", "\"trainBias\": 1, \"loss\"", "line 6, column 16: trainBias: found 1, expected true or false" },
        { "\"loss\"", "\"name\": 1, \"loss\"", "line 6, column 11: name: found 1, expected a text" },
        { "\"loss\"", "\"schema\": \"backprop-golden/2\", \"loss\"", "line 6, column 13: schema: found the text \"backprop-golden/2\", expected \"backprop-golden/1\"" },
        { "\"loss\"", "\"expected\": { \"a\": [1, NaN] }, \"loss\"", "line 6, column 26: expected.a[1]: found NaN, expected a value" },
        { "\"loss\"", "// the loss\n  \"loss\"", "line 6, column 3: found a comment, expected none: JSON has no comments" },
        { "\"loss\": ", "\"loss\": /* the loss */ ", "line 6, column 11: loss: found a comment, expected none: JSON has no comments" },
        { "\"loss\"", "loss", "line 6, column 3: found loss, expected a field name in double quotes" },
        { "\"loss\":", "\"loss\"", "line 6, column 10: found a text, expected a colon after the field name" },
        { "\"loss\"", "'loss'", "line 6, column 3: found 'loss', expected a field name in double quotes" },
        { "\"loss\"", "\"name\": \"a\nb\", \"loss\"", "line 6, column 13: name: found a line break inside a text, expected a closing \", or \\n for a line break" },
        { "\"loss\"", "\"name\": \"a\tb\", \"loss\"", "line 6, column 13: name: found the control character U+0009 inside a text, expected \\u0009" },
        { "\"loss\"", "\"name\": \"a\\qb\", \"loss\"", "line 6, column 14: name: found \"q\" in an escape, expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t, or \\u and four hexadecimal digits" },
        { "\"loss\"", "\"name\": \"a\\ud800b\", \"loss\"", "line 6, column 11: name: found half a character in a \\u escape, expected whole characters" },
        { "\"loss\"", "\"a\\ud800b\": 1, \"loss\"", "line 6, column 3: found half a character in a \\u escape, expected whole characters" },
        { "\"loss\"", "\"red\\u001b[31m\": 1, \"loss\"", "line 6, column 3: red\\u001B[31m: found an unknown field, expected one of layers, loss, X, Y, schema, name, lambda, learningRate, trainBias, objective" },
        { "0.75]]\n}", "0.75]]\n} {", "line 9, column 3: found \"{\", expected nothing after the closing }" },
        { "0.75]]\n}", "0.75]]\n}, 1", "line 9, column 2: found \",\", expected nothing after the closing }" },
        { "0.75]]\n}", "0.75]]", "line 8, column 30: found the end of the text, expected a comma or }" },
        { "0.75]]\n}", "0.7", "line 8, column 27: Y[1][1] (y of sample 1): found the end of the text, expected a comma or ]" },
        { "0.75]]\n}", "0.75]], }", "line 8, column 32: found \"}\", expected a field name in double quotes" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_in_the_text_says_where_what_and_what_instead(string sound, string faulty, string message)
    {
        Assert.Equal(Sound.IndexOf(sound, StringComparison.Ordinal), Sound.LastIndexOf(sound, StringComparison.Ordinal));
        var text = Sound.Replace(sound, faulty, StringComparison.Ordinal);
        var error = Assert.Throws<InvalidInputException>(() => Example.Parse(text));
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Fields_that_only_describe_are_passed_over()
    {
        var text = Sound.Replace(
            "\"loss\"",
            """
            "schema": "backprop-golden/1", "source": null, "description": 7, "verification": {}, "expected": { "z": [[1]] }, "extras": [], "optional": true, "loss"
            """,
            StringComparison.Ordinal);
        Assert.Equal(Example.Parse(Sound), Example.Parse(text));
    }

    [Theory]
    [InlineData("", "line 1, column 1: found an empty text, expected an object with the fields layers, loss, X and Y")]
    [InlineData("  \n ", "line 2, column 2: found the end of the text, expected an object with the fields layers, loss, X and Y")]
    [InlineData("[]", "line 1, column 1: found a list, expected an object with the fields layers, loss, X and Y")]
    [InlineData("null", "line 1, column 1: found null, expected an object with the fields layers, loss, X and Y")]
    [InlineData("PK\u0003\u0004", "line 1, column 1: found PK\\u0003\\u0004, expected an object with the fields layers, loss, X and Y")]
    [InlineData("{}", "layers: found no such field, expected a list of layers")]
    [InlineData("{ \"layers\": [] }", "loss: found no such field, expected one of \"half_squared_error\", \"cross_entropy\", \"binary_cross_entropy\"")]
    [InlineData("{ \"layers\": [], \"loss\": \"cross_entropy\", \"X\": [] }", "Y: found no such field, expected a list of samples")]
    [InlineData("{ \"layers\": [], \"loss\": \"cross_entropy\", \"X\": [], \"Y\": [] }", "line 1, column 13: layers: found no layers, expected at least one")]
    [InlineData("{ \"layers\": [7] }", "line 1, column 14: layers[0] (layer 1): found 7, expected an object with the fields activation, W and b")]
    [InlineData("{ \"name\": \"abc", "line 1, column 11: name: found a text that never ends, expected a closing \"")]
    [InlineData("{ \"name\": \"\\u12x4\" }", "line 1, column 16: name: found \"x\" in an escape, expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t, or \\u and four hexadecimal digits")]
    [InlineData("{ \"näme\" 1 }", "line 1, column 10: found \"1\", expected a colon after the field name")]
    public void A_text_that_is_no_example_at_all(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidInputException>(() => Example.Parse(text)).Message);

    [Fact]
    public void Brackets_within_one_another_have_a_limit() => Assert.Equal(
        "line 1, column 76: extras" + string.Concat(Enumerable.Repeat("[0]", 63)) + ": found more than 64 brackets within one another, expected at most 64",
        Assert.Throws<InvalidInputException>(() => Example.Parse("{ \"extras\": " + new string('[', 100_000))).Message);

    [Fact]
    public void Long_texts_are_cut_in_messages() => Assert.Equal(
        $"line 6, column 3: {new string('n', 40)}…: found an unknown field, expected one of layers, loss, X, Y, schema, name, lambda, learningRate, trainBias, objective",
        Assert.Throws<InvalidInputException>(() => Example.Parse(Sound.Replace("loss\"", new string('n', 100_000) + "\"", StringComparison.Ordinal))).Message);
}
