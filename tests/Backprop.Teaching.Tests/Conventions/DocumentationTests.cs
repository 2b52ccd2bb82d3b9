using System.Xml.Linq;

namespace Backprop.Teaching.Tests.Conventions;

public class DocumentationTests
{
    static readonly List<XElement> Members = [.. XDocument.Load(Path.ChangeExtension(typeof(Network).Assembly.Location, ".xml")).Descendants("member")];

    // the compiler requires a comment for everything public (CS1591); these look into it
    [Fact]
    public void Every_summary_says_something() => Assert.Empty(Public()
        .Where(member => member.Element("inheritdoc") is null && Text(member.Element("summary")).Length == 0).Select(Name));

    [Fact]
    public void Every_exception_states_its_condition() => Assert.Empty(Public().Where(member => member.Elements("exception").Any(element => Text(element).Length < 3)).Select(Name));

    [Fact]
    public void Every_parameter_and_return_value_is_described() => Assert.Empty(Public()
        .Where(member => member.Elements("param").Concat(member.Elements("returns")).Any(element => Text(element).Length < 2)).Select(Name));

    [Fact]
    public void Every_public_type_is_documented()
    {
        var documented = Members.Select(Name).ToHashSet();
        Assert.Empty(typeof(Network).Assembly.GetExportedTypes().Select(type => "T:" + type.FullName!.Replace('+', '.')).Except(documented));
    }

    [Fact]
    public void Every_vector_and_matrix_of_a_layer_states_its_shape()
    {
        foreach (var type in (Type[])[typeof(LayerTrace), typeof(LayerStep), typeof(SampleTrace)])
            foreach (var property in type.GetProperties().Where(property => property.PropertyType == typeof(VectorQuantity) || property.PropertyType == typeof(MatrixQuantity)))
                Assert.Contains("×", Text(Members.Single(member => Name(member) == $"P:{type.FullName}.{property.Name}").Element("summary")), StringComparison.Ordinal);
    }

    [Fact]
    public void No_source_file_is_longer_than_300_lines() => Assert.DoesNotContain(
        SourceFiles.Under("src").Select(path => (Path.GetRelativePath(Repository.Root, path), Lines: File.ReadLines(path).Count())), file => file.Lines > 300);

    [Fact]
    public void A_file_holds_one_public_type_of_its_name_or_parts_of_it()
    {
        var assembly = typeof(Network).Assembly;
        // Lesson.Show.cs holds the part of Lesson that shows
        var files = SourceFiles.Under("src/Backprop.Teaching").Select(path => Path.GetFileNameWithoutExtension(path).Split('.')[0]).ToHashSet();
        Assert.Empty(assembly.GetExportedTypes().Where(type => !type.IsNested).Select(type => type.Name.Split('`')[0]).Except(files));
    }

    static IEnumerable<XElement> Public()
    {
        var assembly = typeof(Network).Assembly;
        var names = assembly.GetExportedTypes().Select(type => type.FullName!.Replace('+', '.')).ToList();
        return Members.Where(member => names.Any(name => Name(member)[2..] == name || Name(member)[2..].StartsWith(name + ".", StringComparison.Ordinal)));
    }

    static string Name(XElement member) => member.Attribute("name")!.Value;

    // a reference counts as text: "See <see cref=…/>."
    static string Text(XElement? element) => element is null ? "" : string.Concat(element.DescendantNodes().Select(node => node is XText text ? text.Value : node is XElement { HasElements: false, IsEmpty: true } ? "…" : "")).Trim();
}
