using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backprop.Teaching.Notebooks.Tests;

public sealed class ReferenceTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("backprop-references-").FullName;
    readonly Notes notes;

    public ReferenceTests() => notes = new(folder, Path.Combine(folder, "packages"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_hosts_own_packages_answer_at_once()
    {
        Assert.Null(notes.Value("#r \"nuget: Backprop.Teaching\"\n#r \"nuget: MathNet.Numerics, 5.0.0\"\nusing Backprop.Teaching;"));
        Assert.Equal("True", notes.Value("typeof(IDisplayable).IsAssignableFrom(typeof(Shown))"));
        Assert.Empty(notes.Output.Error);
        Assert.False(Directory.Exists(Path.Combine(folder, "packages")));
    }

    [Theory]
    [InlineData("nuget: MathNet.Numerics, 4.15.0", "version 4.15.0 is asked for, this host brings MathNet.Numerics 5.0.0")]
    [InlineData("nuget: Backprop.Teaching, 9.9.9", "version 9.9.9 is asked for, this host brings Backprop.Teaching 0.1.0")]
    [InlineData("nuget: Humanizer", "no version is stated")]
    [InlineData("nuget: a, b, c", "expected \"nuget: Id, Version\"")]
    [InlineData("nothere.dll", "expected a path relative to the notebook")]
    public void A_reference_that_cannot_be_had_is_explained_at_its_place(string reference, string expected)
    {
        var result = notes.Run($"var a = 1;\n#r \"{reference}\"");
        result = notes.Run($"#r \"{reference}\"\n1");
        Assert.Equal(CellStatus.Error, result.Status);
        Assert.Contains(expected, result.Error!.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1), (result.Diagnostics[0].Line, result.Diagnostics[0].Column));
    }

    [Fact]
    public void A_file_is_found_relative_to_the_notebook_and_loaded()
    {
        Compile("namespace Outside { public static class Box { public static int Seven => 7; } }", "Outside");
        Assert.Equal("7", notes.Value("#r \"lib/Outside.dll\"\nOutside.Box.Seven"));
        Assert.Equal("8", notes.Value("using Outside;\nBox.Seven + 1"));
    }

    [Fact]
    public void A_copy_of_the_library_means_the_hosts_own()
    {
        File.Copy(typeof(IDisplayable).Assembly.Location, Path.Combine(folder, "Backprop.Teaching.dll"));
        Assert.Equal("True", notes.Value("#r \"Backprop.Teaching.dll\"\nBackprop.Teaching.Lesson.Show(1) is IDisplayable"));
        Assert.Contains("<div", notes.Run("Lesson.Show(1)").Value!.Contents["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_loaded_file_shares_the_notebook_and_its_errors_name_it()
    {
        File.WriteAllText(Path.Combine(folder, "more.csx"), "int Seven() => 7;");
        File.WriteAllText(Path.Combine(folder, "wrong.csx"), "\nint x = nothing;");
        Assert.Equal("7", notes.Value("#load \"more.csx\"\nSeven()"));
        var result = notes.Run("#load \"wrong.csx\"");
        Assert.StartsWith("wrong.csx(2,9): error CS0103", result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("could not", notes.Run("#load \"gone.csx\"").Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_package_is_restored_once_and_with_what_it_needs()
    {
        // small, without dependencies, and restored by this repository's own tests
        Assert.Equal("ok", notes.Value("#r \"nuget: xunit.abstractions, 2.0.3\"\ntypeof(Xunit.Abstractions.ITest).Name.Length > 0 ? \"ok\" : \"\""));
        Assert.Equal("Restoring xunit.abstractions 2.0.3 ...\n", notes.Output.Error);
        var again = new Notes(folder, Path.Combine(folder, "packages"));
        Assert.Equal("ITest", again.Value("#r \"nuget:xunit.abstractions,2.0.3\"\nusing Xunit.Abstractions;\ntypeof(ITest).Name"));
        Assert.Empty(again.Output.Error);
        Assert.Contains("already uses 2.0.3", notes.Run("#r \"nuget: xunit.abstractions, 2.0.2\"").Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_that_does_not_exist_is_a_readable_error()
    {
        var result = notes.Run("#r \"nuget: xunit.abstractions, 99.0.0\"\n1");
        Assert.Contains("Package xunit.abstractions 99.0.0 could not be restored: NU1102", result.Error!.Message, StringComparison.Ordinal);
        Assert.Equal("2", notes.Value("2"));
    }

    void Compile(string code, string name)
    {
        Directory.CreateDirectory(Path.Combine(folder, "lib"));
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)], HostReferences.Common, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(Path.Combine(folder, "lib", name + ".dll")).Success);
    }
}
