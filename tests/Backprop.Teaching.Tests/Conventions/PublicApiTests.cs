using System.Reflection;

namespace Backprop.Teaching.Tests.Conventions;

public class PublicApiTests
{
    static readonly Assembly Library = typeof(Network).Assembly;

    [Fact]
    public void The_public_api_is_the_approved_one() => Expectation.Matches("PublicApi.txt", PublicApi.Print(Library));

    [Fact]
    public void All_public_types_lie_in_the_one_namespace() =>
        Assert.Empty(Library.GetExportedTypes().Where(type => type.Namespace != "Backprop.Teaching").Select(type => type.FullName));

    [Fact]
    public void Everything_displayable_can_be_shown_by_any_host()
    {
        var displayables = Library.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(IDisplayable)) && !type.IsInterface).ToList();
        Assert.Contains(typeof(BackpropTrace), displayables);
        Assert.Contains(typeof(Example), displayables);
        Assert.Empty(displayables.Where(type => type.GetCustomAttribute<TypeFormatterSourceAttribute>(inherit: true)?.FormatterSourceType != typeof(DisplayableFormatterSource)).Select(type => $"{type.Name} has no TypeFormatterSource"));
        Assert.Empty(displayables.Where(type => type.GetMethod("ToHtml", Type.EmptyTypes)?.ReturnType != typeof(string)).Select(type => $"{type.Name} has no ToHtml()"));
        // a struct or a sealed record prints itself; a cell's last line must not show a type name
        Assert.Empty(displayables.Where(type => type.GetMethod("ToString", Type.EmptyTypes)!.DeclaringType!.Assembly != Library).Select(type => $"{type.Name} has no ToString() of its own"));
    }

    [Fact]
    public void What_shows_itself_carries_the_formatters() =>
        Assert.Empty(Library.GetExportedTypes().Where(type => type.GetMethod("ToHtml", Type.EmptyTypes) is not null && !type.IsAssignableTo(typeof(IDisplayable))).Select(type => type.Name));
}
