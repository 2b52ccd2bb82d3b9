using System.Text.Json;

namespace Backprop.Teaching.Tests.Cli;

public class AuditCommandTests
{
    const string Mazur = "data/examples/mazur-2-2-2.json";

    [Fact]
    public void An_example_that_comes_with_claims_is_audited_by_name_and_by_file_and_the_exit_code_says_no()
    {
        var byName = BackpropCommand.Run("audit", "mazur-2-2-2");
        Assert.Equal((1, ""), (byName.Code, byName.Error));
        var byFile = BackpropCommand.Run("audit", Mazur);
        Assert.Equal((1, ""), (byFile.Code, byFile.Error));
        Assert.Equal(byName.Output, byFile.Output.Replace(Mazur, "mazur-2-2-2", StringComparison.Ordinal));
        Assert.StartsWith("Audit of mazur-2-2-2: 28 numbers, 24 follow\n", byName.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_has_every_number_with_its_verdict()
    {
        using var document = JsonDocument.Parse(BackpropCommand.Run("audit", Mazur, "--json").Output);
        var root = document.RootElement;
        Assert.False(root.GetProperty("clean").GetBoolean());
        Assert.Equal(25, root.GetProperty("firstThatDoesNotFollow").GetInt32());
        var lines = root.GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal(28, lines.Count);
        Assert.All(lines.Take(24), line => Assert.Equal("right", line.GetProperty("verdict").GetString()));
        var reason = Assert.Single(lines[24].GetProperty("reasons").EnumerateArray());
        Assert.StartsWith("P8", reason.GetProperty("rule").GetString(), StringComparison.Ordinal);
        Assert.Equal([18, 20, 21, 22, 23, 24], reason.GetProperty("against").EnumerateArray().Select(place => place.GetInt32()));
    }

    [Fact]
    public void A_clean_audit_is_exit_code_0_and_an_unreadable_file_is_2()
    {
        using var folder = new TemporaryFolder();
        var json = Examples.Mazur.ToJson().TrimEnd()[..^1].TrimEnd() + ",\n\"claims\": [{\"label\": \"net_h1\", \"quantity\": \"z[1][0]\", \"value\": \"0.3775\"}]}\n";
        Assert.Equal(0, BackpropCommand.Run("audit", folder.Write("clean.json", json)).Code);
        var (code, output, error) = BackpropCommand.Run("audit", "no-such-file");
        Assert.Equal((2, "", "no-such-file: found no such file, expected an example with claims or an answer sheet\n"), (code, output, error));
    }
}
