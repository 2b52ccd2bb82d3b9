using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Teaching.Tests.Conventions;

public class ImmutabilityTests
{
    // the mutable parameter of an attribute is how attributes are written
    static readonly string[] Attributes = [nameof(TypeFormatterSourceAttribute)];

    [Fact]
    public void No_public_type_of_tracing_has_a_setter_or_a_public_field()
    {
        var types = TypesOf("Tracing");
        Assert.Contains(typeof(BackpropTrace), types);
        Assert.Contains(typeof(PlainPass), types);
        Assert.Empty(types.SelectMany(Settable));
        Assert.Empty(types.SelectMany(PublicFields));
    }

    [Fact]
    public void No_public_type_at_all_has_a_setter_or_a_public_field()
    {
        var types = typeof(Network).Assembly.GetExportedTypes().Where(type => !Attributes.Contains(type.Name)).ToList();
        Assert.Empty(types.SelectMany(Settable));
        Assert.Empty(types.SelectMany(PublicFields));
    }

    [Fact]
    public void Init_is_told_from_set()
    {
        Assert.Empty(Settable(typeof(Example)));
        Assert.Equal(["TypeFormatterSourceAttribute.PreferredMimeTypes"], Settable(typeof(TypeFormatterSourceAttribute)));
    }

    [Fact]
    public void No_field_of_a_trace_changes_after_its_constructor()
    {
        var types = TypesOf("Tracing").Where(type => type.IsClass);
        Assert.Empty(types.SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            // PlainPass is filled by the one page of loops before it is handed out
            .Where(field => !field.IsInitOnly && type != typeof(PlainPass)).Select(field => $"{type.Name}.{field.Name}")));
    }

    static IEnumerable<string> Settable(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(property => property.SetMethod is { IsPublic: true } setter && setter.ReturnParameter.GetRequiredCustomModifiers().Length == 0)
        .Select(property => $"{type.Name}.{property.Name}");

    static IEnumerable<string> PublicFields(Type type) => type.IsEnum ? [] : type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(field => !field.IsLiteral).Select(field => $"{type.Name}.{field.Name}");

    static List<Type> TypesOf(string room)
    {
        var names = SourceFiles.Under("src/Backprop.Teaching/" + room)
            .SelectMany(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text)).ToHashSet();
        return [.. typeof(Network).Assembly.GetExportedTypes().Where(type => names.Contains(type.Name))];
    }
}
