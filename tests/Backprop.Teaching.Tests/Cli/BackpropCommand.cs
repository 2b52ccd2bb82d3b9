using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Backprop.Teaching.Tests.Cli;

/// <summary>The built <c>backprop</c>, run as a child process as a user would.</summary>
static class BackpropCommand
{
    static readonly string Program = Path.Combine(AppContext.BaseDirectory, "backprop.dll");

    public static (int Code, string Output, string Error) Run(params IEnumerable<string> arguments) => RunWith(null, arguments);

    /// <summary>With one environment variable set to 0.</summary>
    public static (int Code, string Output, string Error) RunWith(string? switchedOff, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Host())
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            ArgumentList = { "exec", Program },
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // a comma as the decimal point of the machine changes nothing
        start.Environment["LC_ALL"] = "de_DE.UTF-8";
        if (switchedOff is not null) start.Environment[switchedOff] = "0";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(60_000), "backprop did not end within a minute");
        return (process.ExitCode, output.ReplaceLineEndings("\n"), error.Result.ReplaceLineEndings("\n"));
    }

    // the dotnet that runs these tests, which need not be on the path
    static string Host()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        return Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
    }
}
