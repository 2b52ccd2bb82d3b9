using System.Diagnostics;
using System.Text;

namespace Backprop.Teaching.Tests;

/// <summary>A script of Clients/, run by node: what it is given on standard input, and what it prints.</summary>
static class NodeScript
{
    public static string Run(string script, string input, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Repository.At("tests/Backprop.Teaching.Tests/Clients"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            ArgumentList = { script },
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        Assert.True(process.WaitForExit(60_000), $"{script} did not end within a minute");
        return output.Result.Trim();
    }
}
