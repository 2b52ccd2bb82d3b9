namespace Backprop.Teaching.Tests.Conventions;

/// <summary>The rooms of the library and who may use whom: the drawing of the design, and nothing else.</summary>
public class ArrowTests
{
    // a room may also use what lies below the rooms named. Display is the ground on which everything that can be shown
    // stands, Networks and Cases too; the drawing leaves that out where it is plain
    static readonly Dictionary<string, string[]> Drawing = new()
    {
        ["Worksheets"] = ["Diagnosis"],
        ["Diagnosis"] = ["Notations", "Figures"],
        ["Figures"] = ["Derivations", "Training", "Checking"],
        ["Errata"] = ["Notations", "Checking"],
        ["Notations"] = ["Derivations"],
        ["Derivations"] = ["Tracing"],
        ["Training"] = ["Tracing"],
        ["Checking"] = ["Tracing", "Networks", "Cases"],
        ["Tracing"] = ["Definitions", "Cases", "Networks", "Numerics", "Display"],
        ["Definitions"] = ["Networks"],
        ["Cases"] = ["Networks"],
        ["Networks"] = ["Numerics", "Display"],
        ["Numerics"] = [],
        ["Display"] = [],
    };

    static readonly List<(string Path, string Text)> Sources =
        [.. SourceFiles.Under("src/Backprop.Teaching").Select(path => (Path.GetRelativePath(Repository.At("src/Backprop.Teaching"), path).Replace('\\', '/'), File.ReadAllText(path)))];

    // files that are not there, each with one way of going against an arrow
    static readonly List<(string Path, string Text)> WrongSources =
    [
        ("Networks/Watcher.cs", "static class Watcher { public static double Of(Example example) => Backpropagation.Run(example).Loss; }"),
        ("Numerics/Shower.cs", "static class Shower { public static string Of(double x) => NumberFormat.RoundTrip(x); }"),
        ("Display/Peeker.cs", "static class Peeker { public static int Of(object x) => x is Network n ? n.LayerCount : 0; }"),
        ("Display/Guesser.cs", "static class Guesser { public static object Same(Network n) => n with { TrainBias = false }; }"),
        ("Definitions/Runner.cs", "static class Runner { public static object Of(Example e) { var trace = PlainBackpropagation.Run(e, 0); return trace; } }"),
        ("Definitions/Converter.cs", "static class Converter { public static double Of(BackpropTrace t) => t.Loss; }"),
        ("Cases/Deriver.cs", "static class Deriver { public static Quantity? Of() => null; }"),
        ("Definitions/Changer.cs", "static class Changer { public static Example Of(Example e) => e.With(\"W[1][0,0]\", 1); }"),
        ("Tracing/Caller.cs", "static class Caller { public static object Of(ScalarQuantity q) => q.Explain(); }"),
    ];

    // resolving every symbol takes seconds: once, the wrong files beside the right ones
    static readonly Lazy<IReadOnlyList<Arrow>> Found = new(() => Arrows.Find([.. Sources, .. WrongSources.Select(source => (source.Path, "namespace Backprop.Teaching;\n" + source.Text))]));

    [Fact]
    public void Every_room_is_in_the_drawing_and_every_file_in_a_room()
    {
        Assert.Empty(Sources.Where(source => !source.Path.Contains('/', StringComparison.Ordinal)).Select(source => source.Path));
        Assert.Empty(Sources.Select(source => source.Path.Split('/')[0]).Distinct().Except(Drawing.Keys));
    }

    [Fact]
    public void No_room_uses_another_against_the_arrows() => Assert.Empty(Forbidden(Found.Value.Where(arrow => !IsWrong(arrow))));

    [Fact]
    public void The_numeric_gradient_knows_no_backward_pass()
    {
        string[] files = ["Checking/NumericGradient.cs", "Checking/NumericDerivative.cs", "Checking/ForwardLoss.cs", "Checking/IncrementalGradient.cs", "Checking/UnitMoves.cs"];
        Assert.Empty(files.Except(Sources.Select(source => source.Path)));
        Assert.Empty(Found.Value
            .Where(arrow => files.Any(file => arrow.Place.StartsWith(file + ":", StringComparison.Ordinal)) && arrow.To == "Tracing")
            .Select(arrow => arrow.Place));
    }

    [Theory]
    [InlineData("Networks/Watcher.cs", "Networks", "Tracing")]
    [InlineData("Numerics/Shower.cs", "Numerics", "Display")]
    [InlineData("Display/Peeker.cs", "Display", "Networks")]
    [InlineData("Display/Guesser.cs", "Display", "Networks")]
    [InlineData("Definitions/Runner.cs", "Definitions", "Tracing")]
    [InlineData("Definitions/Converter.cs", "Definitions", "Tracing")]
    [InlineData("Cases/Deriver.cs", "Cases", "Tracing")]
    [InlineData("Definitions/Changer.cs", "Definitions", "Tracing")]
    [InlineData("Tracing/Caller.cs", "Tracing", "Derivations")]
    public void A_forbidden_arrow_is_caught(string path, string from, string to) =>
        Assert.Contains(Forbidden(Found.Value), arrow => arrow.From == from && arrow.To == to && arrow.Place.StartsWith(path, StringComparison.Ordinal));

    [Fact]
    public void The_drawing_has_no_circle() => Assert.DoesNotContain(Drawing.Keys, room => Below(room).Contains(room));

    static IEnumerable<Arrow> Forbidden(IEnumerable<Arrow> arrows) => arrows.Where(arrow => !Below(arrow.From).Contains(arrow.To));

    static bool IsWrong(Arrow arrow) => WrongSources.Any(source => arrow.Place.StartsWith(source.Path, StringComparison.Ordinal));

    static HashSet<string> Below(string room)
    {
        var below = new HashSet<string>();
        void Add(string each)
        {
            foreach (var next in Drawing.GetValueOrDefault(each, []))
                if (below.Add(next)) Add(next);
        }
        Add(room);
        return below;
    }
}
