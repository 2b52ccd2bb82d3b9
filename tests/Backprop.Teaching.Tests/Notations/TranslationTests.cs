namespace Backprop.Teaching.Tests.Notations;

public class TranslationTests
{
    [Fact]
    public void A_hidden_delta_stands_in_all_six_notations_without_a_number_of_the_example()
    {
        var text = Backpropagation.Run(Examples.TwoOutputs)["delta[1][0]"].Translate().ToText();
        Expectation.Matches("Translation.txt", text);
        Assert.Equal(Notation.All.Count + 1, text.Split('\n').Length);
    }

    [Fact]
    public void A_given_number_is_its_name_alone()
    {
        var lines = Backpropagation.Run(Examples.TwoOutputs)["W[2][1,0]"].Translate().ToText().Split('\n');
        Assert.DoesNotContain(lines, line => line.Contains('=', StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("w[1][0,1]", StringComparison.Ordinal));
    }
}
