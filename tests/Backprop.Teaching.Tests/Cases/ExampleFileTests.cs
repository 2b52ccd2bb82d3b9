using System.Text;

namespace Backprop.Teaching.Tests.Cases;

public sealed class ExampleFileTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_that_is_not_there()
    {
        var path = folder.At("no.json");
        Assert.Equal($"{path}: found no such file, expected an example file", Fault(path).Message);
        path = folder.At("nowhere/no.json");
        Assert.Equal($"{path}: found no such file, expected an example file", Fault(path).Message);
    }

    [Fact]
    public void A_directory() =>
        Assert.Equal($"{folder.Root}: found a directory, expected an example file", Fault(folder.Root).Message);

    [Fact]
    public void A_file_over_64_MB()
    {
        var path = folder.At("large.json");
        using (var file = File.Create(path)) file.SetLength((64 * 1024 * 1024) + 1);
        Assert.Equal($"{path}: found more than 64 MB, expected an example file of at most 64 MB", Fault(path).Message);
    }

    [Fact]
    public void A_file_of_64_MB_is_read()
    {
        var path = folder.At("blank.json");
        var text = Examples.Mazur.ToJson();
        File.WriteAllText(path, text + new string(' ', (64 * 1024 * 1024) - Encoding.UTF8.GetByteCount(text)));
        Assert.Equal(Examples.Mazur, Example.Read(path));
    }

    [Fact]
    public void A_file_in_UTF_16()
    {
        var path = folder.At("wide.json");
        File.WriteAllText(path, Examples.Mazur.ToJson(), Encoding.Unicode);
        Assert.Equal($"{path}: line 1, column 1: found a text in UTF-16, expected UTF-8", Fault(path).Message);
    }

    [Fact]
    public void A_file_in_Latin_1()
    {
        var path = folder.At("latin.json");
        File.WriteAllText(path, "{\n  \"description\": \"Gewichte für später\"\n}", Encoding.Latin1);
        Assert.Equal($"{path}: line 2, column 29: found the byte 0xFC, which is no UTF-8, expected UTF-8", Fault(path).Message);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        var path = folder.At("marked.json");
        File.WriteAllText(path, Examples.Mazur.ToJson(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal(Examples.Mazur, Example.Read(path));
    }

    [Fact]
    public void A_fault_names_the_file_the_place_and_the_field()
    {
        var path = folder.At("nan.json");
        File.WriteAllText(path, "{\r\n  \"näme\": 1,\r\n  \"layers\": []\r\n}");
        Assert.Equal($"{path}: line 2, column 3: näme: found an unknown field, expected name, the nearest known name", Fault(path).Message);
        File.WriteAllText(path, "{\n  \"name\": \"größe\", \"X\": [[1, 2], [3, NaN]]\n}");
        var fault = Fault(path);
        Assert.Equal($"{path}: line 2, column 38: X[1][1] (x of sample 1): found NaN, expected a finite number", fault.Message);
        Assert.Equal((path, 2, 38, "X[1][1]", "x of sample 1", "NaN", "a finite number"), (fault.File!, fault.Line!.Value, fault.Column!.Value, fault.Field, fault.Place, fault.Found, fault.Expected));
    }

    [Fact]
    public void Without_a_name_the_file_names_the_example()
    {
        var path = folder.At("my.net.json");
        File.WriteAllText(path, Examples.Chain.ToJson().Replace("  \"name\": \"chain-1-1-1-1\",\n", "", StringComparison.Ordinal));
        Assert.Equal("my.net", Example.Read(path).Name);
    }

    [Fact]
    public void Writing_replaces_the_file_and_leaves_nothing_else()
    {
        var path = folder.At("out.json");
        File.WriteAllText(path, new string('x', 10_000));
        Examples.Xor.Write(path);
        Assert.Equal(Examples.Xor, Example.Read(path));
        Assert.Equal(Examples.Xor.ToJson(), File.ReadAllText(path));
        Assert.Single(folder.Files);
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_nothing_behind()
    {
        Directory.CreateDirectory(folder.At("taken"));
        Assert.ThrowsAny<Exception>(() => Examples.Xor.Write(folder.At("taken")));
        Assert.Throws<DirectoryNotFoundException>(() => Examples.Xor.Write(folder.At("nowhere/out.json")));
        Assert.Empty(folder.Files);
    }

    static InvalidInputException Fault(string path) => Assert.Throws<InvalidInputException>(() => Example.Read(path));
}
