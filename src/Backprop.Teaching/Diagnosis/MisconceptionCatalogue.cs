using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>The mistakes that the doctor knows, in the order in which a pass is worked.</summary>
public static class MisconceptionCatalogue
{
    /// <summary>All of them, D1 to U2.</summary>
    public static IReadOnlyList<Misconception> All { get; } =
    [
        .. DerivativeMistakes.All, .. ErrorMistakes.All, .. PropagationMistakes.All, .. WeightGradientMistakes.All, .. BiasMistakes.All,
        .. BatchMistakes.All, .. DecayMistakes.All, .. ForwardMistakes.All, .. StepMistakes.All,
    ];

    /// <summary>One of them: <c>MisconceptionCatalogue.Find("P8")</c>.</summary>
    /// <param name="id">Its number in the catalogue.</param>
    /// <returns>The mistake.</returns>
    /// <exception cref="ArgumentException">There is none of that number; the message lists them.</exception>
    public static Misconception Find(string id) => All.FirstOrDefault(each => each.Id == id)
        ?? throw new ArgumentException($"found '{id}', expected one of {string.Join(' ', All.Select(each => each.Id))}", nameof(id));

    /// <summary>Every form of every mistake that can be made in a network.</summary>
    internal static ImmutableArray<Rule> Rules(MistakeShape shape) => [.. All.SelectMany(each => each.Rules(shape))];
}
