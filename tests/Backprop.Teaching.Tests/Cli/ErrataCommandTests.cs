using System.Text.Json;

namespace Backprop.Teaching.Tests.Cli;

public class ErrataCommandTests
{
    static readonly string[] Fields = ["id", "text", "kind", "printed", "printedText", "why", "right", "rightText", "demonstration", "further"];
    static readonly string[] DemonstrationFields = ["example", "quantity", "printed", "right", "finiteDifference", "agrees"];

    [Fact]
    public void Without_an_id_a_table_of_all()
    {
        var (code, output, error) = BackpropCommand.Run("errata");
        Assert.Equal((0, ""), (code, error));
        var lines = output.TrimEnd('\n').Split('\n');
        Assert.Equal(ErrataCatalogue.All.Length + 2, lines.Length);
        for (var i = 0; i < ErrataCatalogue.All.Length; i++)
        {
            var erratum = ErrataCatalogue.All[i];
            Assert.Matches($"^{erratum.Id} +{erratum.Text} +{System.Text.RegularExpressions.Regex.Escape(erratum.What)}$", lines[i + 2]);
        }
    }

    [Fact]
    public void One_erratum_with_its_three_numbers()
    {
        var (code, output, error) = BackpropCommand.Run("errata", "000-7");
        Assert.Equal((0, ""), (code, error));
        var erratum = ErrataCatalogue.Find("000-7")!;
        Assert.Equal(erratum.ToText(new NumberFormat(10)) + "\n", output);
        Assert.Contains("0.1229138947  -0.1270186722", output, StringComparison.Ordinal);
        Assert.Contains(erratum.Why, output, StringComparison.Ordinal);
    }

    [Fact]
    public void All_as_json_with_the_numbers_of_the_library()
    {
        var (code, output, error) = BackpropCommand.Run("errata", "--json");
        Assert.Equal((0, ""), (code, error));
        using var document = JsonDocument.Parse(output);
        var list = document.RootElement.EnumerateArray().ToList();
        Assert.Equal(ErrataCatalogue.All.Select(erratum => erratum.Id), list.Select(each => each.GetProperty("id").GetString()));
        foreach (var (erratum, json) in ErrataCatalogue.All.Zip(list))
        {
            Assert.Equal(Fields, json.EnumerateObject().Select(field => field.Name));
            string[] texts = [erratum.Text, erratum.Kind == ErratumKind.Wrong ? "wrong" : "ambiguous", erratum.Printed, erratum.PrintedText, erratum.Why, erratum.Right, erratum.RightText];
            Assert.Equal(texts, Fields.Skip(1).Take(7).Select(field => json.GetProperty(field).GetString()));
            var demonstration = erratum.Demonstrate();
            AssertSame(demonstration, json.GetProperty("demonstration"));
            Assert.Equal(demonstration.Further.Length, json.GetProperty("further").GetArrayLength());
            for (var i = 0; i < demonstration.Further.Length; i++) AssertSame(demonstration.Further[i], json.GetProperty("further")[i]);
        }
    }

    [Fact]
    public void One_as_json_is_a_list_of_one_and_a_shape_error_says_both_shapes()
    {
        using var document = JsonDocument.Parse(BackpropCommand.Run("errata", "001-5", "--json").Output);
        var demonstration = Assert.Single(document.RootElement.EnumerateArray()).GetProperty("demonstration");
        Assert.Equal("4×2 times 4×4: 2 columns meet 4 rows", demonstration.GetProperty("printed").GetProperty("shapeError").GetString());
        Assert.Equal(-0.03877402442, demonstration.GetProperty("right")[0][0].GetDouble(), 1e-11);
        Assert.True(demonstration.GetProperty("agrees").GetBoolean());
    }

    [Theory]
    [InlineData("002-13")]
    [InlineData("2-12")]
    public void An_unknown_id_is_exit_code_2_and_the_list_of_ids(string id)
    {
        var (code, output, error) = BackpropCommand.Run("errata", id);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"found \"{id}\", expected one of the errata 000-2, 000-3, ", error, StringComparison.Ordinal);
        foreach (var erratum in ErrataCatalogue.All) Assert.Contains(erratum.Id, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_option_is_no_id()
    {
        var (code, _, error) = BackpropCommand.Run("errata", "--jsn");
        Assert.Equal(2, code);
        Assert.StartsWith("--jsn: found an unknown option, expected --json\n", error, StringComparison.Ordinal);
    }

    static void AssertSame(ErratumDemonstration demonstration, JsonElement json)
    {
        Assert.Equal(DemonstrationFields, json.EnumerateObject().Select(field => field.Name));
        Assert.Equal((demonstration.Example, demonstration.Quantity, demonstration.Agrees), (json.GetProperty("example").GetString(), json.GetProperty("quantity").GetString(), json.GetProperty("agrees").GetBoolean()));
        AssertSame(demonstration.Printed, json.GetProperty("printed"));
        AssertSame(demonstration.Right, json.GetProperty("right"));
        AssertSame(demonstration.FiniteDifference, json.GetProperty("finiteDifference"));
    }

    static void AssertSame(ErratumValue value, JsonElement json)
    {
        if (value.ShapeError is not null)
        {
            Assert.Equal(value.ShapeError, json.GetProperty("shapeError").GetString());
            return;
        }
        if (value.IsScalar)
        {
            Assert.Equal(value[0], json.GetDouble());
            return;
        }
        Assert.Equal(value.Rows, json.GetArrayLength());
        for (var j = 0; j < value.Rows; j++)
        {
            if (value.IsVector) Assert.Equal(value[j], json[j].GetDouble());
            else Assert.Equal(Enumerable.Range(0, value.Columns).Select(k => value[j, k]), json[j].EnumerateArray().Select(entry => entry.GetDouble()));
        }
    }
}
