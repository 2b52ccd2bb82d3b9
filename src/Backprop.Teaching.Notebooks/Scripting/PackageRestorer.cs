using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Backprop.Teaching.Notebooks;

/// <summary>Restores packages through the SDK, all that a session has named together, so that their common dependencies agree.</summary>
sealed class PackageRestorer(string folder)
{
    readonly SortedDictionary<string, string> named = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The files of a package. A set of packages that was restored before is read from the folder.</summary>
    /// <exception cref="InvalidDataException">There is no such package or version, or no SDK; the message says which.</exception>
    public RestoredPackage Restore(string id, string version, CancellationToken interrupt)
    {
        if (named.TryGetValue(id, out var before) && before != version) throw new InvalidDataException($"Package {id}: version {version} is asked for, this session already uses {before}; restart the kernel to change it.");
        named[id] = version;
        try
        {
            var project = Path.Combine(folder, Hash(string.Join('\n', named.Select(pair => pair.Key.ToUpperInvariant() + " " + pair.Value))));
            var assets = Path.Combine(project, "obj", "project.assets.json");
            if (!File.Exists(assets) || ReadAssets(assets) is not { } files)
            {
                CellContext.Current?.Print(OutputChannel.Error, $"Restoring {id} {version} ...\n");
                RunRestore(project, id, version, interrupt);
                files = ReadAssets(assets) ?? throw new InvalidDataException($"Package {id} {version}: the SDK restored it, but files named in {assets} are missing.");
            }
            return files;
        }
        catch
        {
            if (before is null) named.Remove(id);
            throw;
        }
    }

    void RunRestore(string project, string id, string version, CancellationToken interrupt)
    {
        Directory.CreateDirectory(project);
        var file = Path.Combine(project, "packages.csproj");
        File.WriteAllText(file, ProjectText());
        var start = new ProcessStartInfo(DotnetCommand.Path) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = project };
        foreach (var argument in (string[])["restore", file, "--nologo", "--verbosity", "quiet"]) start.ArgumentList.Add(argument);
        DotnetCommand.Prepare(start);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new InvalidDataException($"Package {id} {version}: the .NET SDK, which restores packages, does not start ({DotnetCommand.Path}: {error.Message}).");
        }
        using (process)
        using (interrupt.UnsafeRegister(static state => Kill((Process)state!), process))
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
            process.WaitForExit();
            interrupt.ThrowIfCancellationRequested();
            if (process.ExitCode == 0) return;
            // a failed restore leaves a list with nothing in it
            File.Delete(Path.Combine(project, "obj", "project.assets.json"));
            throw new InvalidDataException($"Package {id} {version} could not be restored: {FirstError(output.Result + error.Result, file)}");
        }
    }

    string ProjectText()
    {
        var references = string.Concat(named.Select(pair => $"<PackageReference Include=\"{Escape(pair.Key)}\" Version=\"[{Escape(pair.Value)}]\" />"));
        // the root attribute keeps settings of folders above from reaching in
        return $"""
            <Project>
              <PropertyGroup><ImportDirectoryBuildProps>false</ImportDirectoryBuildProps><ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps></PropertyGroup>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><RuntimeIdentifier>$(NETCoreSdkPortableRuntimeIdentifier)</RuntimeIdentifier><SelfContained>false</SelfContained><UseAppHost>false</UseAppHost><NuGetAudit>false</NuGetAudit></PropertyGroup>
              <ItemGroup>{references}</ItemGroup>
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
            </Project>

            """;
    }

    static RestoredPackage? ReadAssets(string path)
    {
        var assets = JsonNode.Parse(File.ReadAllText(path))!;
        var folders = assets["packageFolders"]!.AsObject().Select(pair => pair.Key).ToList();
        var target = assets["targets"]!.AsObject().Last().Value!.AsObject();
        List<string> compile = [], runtime = [], native = [];
        foreach (var (name, library) in target)
        {
            if (assets["libraries"]![name]!["path"]?.GetValue<string>() is not { } relative) continue;
            foreach (var (kind, files) in ((string, List<string>)[])[("compile", compile), ("runtime", runtime), ("native", native)])
            {
                foreach (var (entry, _) in library![kind]?.AsObject() ?? [])
                {
                    // an empty marker says that the package has nothing of this kind
                    if (Path.GetFileName(entry) == "_._") continue;
                    var file = folders.Select(root => Path.Combine(root, relative, entry)).FirstOrDefault(File.Exists);
                    if (file is null) return null;
                    files.Add(file);
                }
            }
        }
        return new(compile, runtime, native);
    }

    static string FirstError(string output, string project)
    {
        var line = output.Split('\n').Select(text => text.Trim()).FirstOrDefault(text => text.Contains("error", StringComparison.Ordinal)) ?? output.Trim();
        var at = line.IndexOf("error ", StringComparison.Ordinal);
        if (at > 0) line = line[(at + 6)..];
        return line.Replace($" [{project}]", "", StringComparison.Ordinal);
    }

    static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // it has just ended
        }
    }

    static string Escape(string text) => System.Security.SecurityElement.Escape(text);

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
}
