using System.IO.Compression;
using System.Reflection;
using System.Text;
using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching.Notebooks;

/// <summary>The library as a NuGet package in a folder, made from the files that this program runs with: hosts that do not bring the library take it from there.</summary>
static class LibraryPackage
{
    static readonly Assembly Library = typeof(IDisplayable).Assembly;

    /// <summary>The package's name.</summary>
    public static string Id => Library.GetName().Name!;

    /// <summary>The package's version.</summary>
    public static string Version { get; } = LibraryReferenceResolver.VersionOf(Library);

    /// <summary>Puts the package into a folder.</summary>
    /// <param name="folder">The folder; it is made if it is not there.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save(string folder)
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, Id + ".nuspec", Encoding.UTF8.GetBytes(Description()));
            Add(archive, $"lib/net10.0/{Id}.dll", File.ReadAllBytes(Portable()));
            var documentation = Path.ChangeExtension(Library.Location, ".xml");
            if (File.Exists(documentation)) Add(archive, $"lib/net10.0/{Id}.xml", File.ReadAllBytes(documentation));
        }

        Directory.CreateDirectory(folder);
        WholeFile.Write(Path.Combine(folder, $"{Id}.{Version}.nupkg"), content.ToArray());
    }

    // a published program runs an image of machine code that works in no other; the compiled library lies beside it
    static string Portable() => Path.Combine(AppContext.BaseDirectory, "library", Id + ".dll") is var file && File.Exists(file) ? file : Library.Location;

    static string Description() => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
          <metadata>
            <id>{Id}</id>
            <version>{Version}</version>
            <authors>The Backprop.Teaching authors</authors>
            <description>Every intermediate quantity of a forward and backward pass, as an object that can be opened.</description>
            <license type="expression">MIT</license>
            <dependencies>
              <group targetFramework="net10.0">
                <dependency id="MathNet.Numerics" version="{LibraryReferenceResolver.VersionOf(typeof(Matrix<double>).Assembly)}" />
              </group>
            </dependencies>
          </metadata>
        </package>
        """;

    static void Add(ZipArchive archive, string name, byte[] content)
    {
        // the same bytes for the same library, so that the file counts as unchanged
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(content);
    }
}
