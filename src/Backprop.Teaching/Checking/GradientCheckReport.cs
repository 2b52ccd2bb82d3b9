using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Every weight's and bias's gradient beside the central difference of the loss, worst first. Immutable.</summary>
public sealed class GradientCheckReport : Displayable
{
    const int MostRows = 16;
    readonly string subject;

    internal GradientCheckReport(string subject, Example example, double h, double loss, IEnumerable<ParameterCheck> parameters, IEnumerable<string> shapeProblems)
    {
        this.subject = subject;
        Example = example;
        Step = h;
        Loss = loss;
        Parameters = [.. parameters.OrderByDescending(each => each.Fails).ThenByDescending(each => each.RelativeError).ThenByDescending(each => each.AbsoluteError)];
        ShapeProblems = [.. shapeProblems];
    }

    /// <summary>The example whose loss was differentiated.</summary>
    public Example Example { get; }

    /// <summary>h, how far each parameter was moved each way.</summary>
    public double Step { get; }

    /// <summary>J at the example's parameters.</summary>
    public double Loss { get; }

    /// <summary>Every parameter that was judged: failing ones first, then by relative error, largest first.</summary>
    public ImmutableArray<ParameterCheck> Parameters { get; }

    /// <summary>What is wrong with the shapes of gradients that were given, one sentence each; a layer of a wrong shape is not judged, a transposed one is judged as transposed.</summary>
    public ImmutableArray<string> ShapeProblems { get; }

    /// <summary>The parameters that fail, worst first.</summary>
    public IEnumerable<ParameterCheck> Failures => Parameters.Where(each => each.Fails);

    /// <summary>The parameters that are not judged because a ReLU's z changes sign within ±h.</summary>
    public IEnumerable<ParameterCheck> AtKinks => Parameters.Where(each => !each.Kinks.IsEmpty);

    /// <summary>Whether no parameter fails and every shape fits.</summary>
    public bool Passed => ShapeProblems.IsEmpty && !Failures.Any();

    /// <summary>The largest relative error of a parameter that is not at a kink and not below the noise; 0 if there is none.</summary>
    public double LargestRelativeError => Parameters.Where(each => each.Kinks.IsEmpty && each.IsAboveNoise).Select(each => each.RelativeError).DefaultIfEmpty(0).Max();

    /// <summary>One parameter's check.</summary>
    /// <param name="parameter">Its name, for example <c>W[1][0,0]</c>.</param>
    /// <returns>The check.</returns>
    /// <exception cref="UnknownQuantityException">There is no such parameter, or it was not judged because its layer's shape is wrong.</exception>
    public ParameterCheck this[string parameter]
    {
        get
        {
            var id = Backprop.Teaching.Parameters.Find(Example.Network, parameter);
            return Parameters.FirstOrDefault(each => each.Parameter == id) ?? throw new UnknownQuantityException(parameter, "it was not judged, expected a gradient of the right shape for its layer.");
        }
    }

    internal override DisplayNode View()
    {
        var nodes = new List<DisplayNode> { new HeadingNode($"{subject} of {Example.Name}: {Count(Parameters.Length)}, h = {new NumberFormat(17).Format(Step)}") };
        nodes.AddRange(ShapeProblems.Select(problem => new TextNode(problem)));
        nodes.Add(new TextNode(Verdict()));
        if (Kinks() is { } kinks) nodes.Add(new TextNode(kinks));
        if (Parameters.IsEmpty) return new StackNode(nodes);
        nodes.Add(Table(Parameters.Take(MostRows)));
        if (Parameters.Length > MostRows)
            nodes.Add(new TextNode($"… {Parameters.Length - MostRows} more with smaller errors: report.Parameters has all of them, report[\"W[1][0,0]\"] one."));
        return new StackNode(nodes);
    }

    string Verdict()
    {
        var failures = Failures.ToList();
        if (failures.Count > 0)
            return $"{failures.Count} of {Count(Parameters.Length)} fail: {string.Join(", ", failures.Take(8).Select(each => each.Parameter))}{(failures.Count > 8 ? $" and {failures.Count - 8} more" : "")}.";
        return Parameters.IsEmpty ? "Nothing was judged." : ShapeProblems.IsEmpty ? "No parameter fails." : "No entry that was judged fails, but a shape is wrong.";
    }

    string? Kinks()
    {
        var marked = AtKinks.ToList();
        if (marked.Count == 0) return null;
        var units = marked.SelectMany(each => each.Kinks).Distinct().Select(id => id.ToString()).ToList();
        return $"{marked.Count} of {Parameters.Length} are at a kink and not judged: within ±h the sign changes of {string.Join(", ", units.Take(8))}{(units.Count > 8 ? $" and {units.Count - 8} more" : "")}.";
    }

    static TableNode Table(IEnumerable<ParameterCheck> parameters) => new(
        null, ["parameter", "analytic", "numeric", "|a − n|", "relative error", "in words"],
        [.. parameters.Select(IReadOnlyList<DisplayCell> (each) =>
        [
            DisplayCell.Code(each.Parameter.ToString()), DisplayCell.Of(each.Analytic, "analytic " + each.Parameter), DisplayCell.Of(each.Numeric, "numeric " + each.Parameter),
            Short(each.AbsoluteError), Short(each.RelativeError), each.Words,
        ])]);

    // an error is read for its size: two digits
    static DisplayCell Short(double error) => new NumberFormat(2).Format(error);

    static string Count(int parameters) => parameters == 1 ? "1 weight or bias" : $"{parameters} weights and biases";
}
