using System.Diagnostics;

namespace Backprop.Teaching.Notebooks;

/// <summary>The <c>dotnet</c> command that belongs to this process.</summary>
static class DotnetCommand
{
    /// <summary>The one that runs this process, else the one that the environment names, else whatever the path finds.</summary>
    public static string Path { get; } = Find();

    /// <summary>Takes from a child's environment what is meant for this process alone.</summary>
    public static void Prepare(ProcessStartInfo start)
    {
        foreach (var name in (string[])["DOTNET_TieredCompilation", "DOTNET_TieredPGO", "DOTNET_ReadyToRun", "MSBUILD_EXE_PATH", "MSBuildSDKsPath", "MSBuildExtensionsPath"]) start.Environment.Remove(name);
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        // a build server that stays behind would hold on to the pipes
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
    }

    static string Find()
    {
        var file = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string?[] candidates =
        [
            Environment.ProcessPath is { } own && System.IO.Path.GetFileName(own) == file ? own : null,
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"),
            Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root ? System.IO.Path.Combine(root, file) : null,
        ];
        return candidates.FirstOrDefault(File.Exists) ?? file;
    }
}
