using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>The mistakes of the catalogue that are none in some convention.</summary>
static class ConventionRules
{
    static readonly (Convention Convention, string[] Ids)[] Table =
    [
        (Convention.LossWithoutHalf, ["E2"]), (Convention.LossWithHalf, ["E3"]), (Convention.MeanOverOutputs, ["E4"]), (Convention.SumOverOutputs, ["E4"]),
        (Convention.SumOverSamples, ["M1"]), (Convention.MeanOverSamples, ["M1"]),
        (Convention.DecayPerSample, ["L3"]), (Convention.DecayWithoutHalf, ["L4"]), (Convention.DecayWithHalf, ["L3", "L4"]),
        (Convention.ReversedError, ["E1", "U1"]), (Convention.RowVectors, ["G4"]), (Convention.SharedBias, ["B4"]),
    ];

    /// <summary>The definitions that a stated convention changes and the objective does not.</summary>
    public static ImmutableArray<Rule> Of(IEnumerable<Convention> conventions, MistakeShape shape) => [.. conventions.SelectMany(convention =>
        convention == Convention.ReversedError ? new[] { "E1", "U1" }.SelectMany(id => MisconceptionCatalogue.Find(id).Rules(shape))
            : convention == Convention.SharedBias ? MisconceptionCatalogue.Find("B4").Rules(shape).TakeLast(1) : [])];

    /// <summary>Whether these mistakes are right in a convention.</summary>
    public static bool Matches(Convention convention, ImmutableArray<Rule> rules) =>
        rules.All(rule => Array.Find(Table, row => row.Convention == convention).Ids.Contains(rule.Mistake.Id));
}
