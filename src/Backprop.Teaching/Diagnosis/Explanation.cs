using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>One mistake, or two together, that leads to the numbers of a sheet. Immutable.</summary>
public sealed class Explanation
{
    internal Explanation(RuleFit fit, ImmutableArray<QuantityId> explained, int of, bool isFirm, string? rightIf)
    {
        Fit = fit;
        Rules = [.. fit.Rules.Select(rule => rule.Label)];
        Misconceptions = [.. fit.Rules.Select(rule => rule.Mistake)];
        Explained = explained;
        Fits = fit.Count;
        Of = of;
        IsFirm = isFirm;
        var clauses = string.Join(", and ", fit.Rules.Select(rule => rule.Message));
        var sentence = isFirm
            ? $"Your numbers are those that come out if {clauses}."
            : fit.Rules.Length > 1 ? $"This is what you get if two things happen: {clauses}." : $"This is what you get if {clauses}.";
        RightIf = rightIf;
        Message = rightIf is null ? sentence : $"{sentence} It is right if your text says so: {rightIf}.";
    }

    /// <summary>The number of each mistake in the catalogue, with the layers where it is made: <c>D2@1</c>. One for a single mistake, two for a pair.</summary>
    public ImmutableArray<string> Rules { get; }

    /// <summary>The mistakes themselves.</summary>
    public ImmutableArray<Misconception> Misconceptions { get; }

    /// <summary>How many of the sheet's numbers are what it leads to, the right ones that it leaves as they are among them.</summary>
    public int Fits { get; }

    /// <summary>How many numbers the sheet has.</summary>
    public int Of { get; }

    /// <summary>The wrong numbers that it leads to.</summary>
    public ImmutableArray<QuantityId> Explained { get; }

    /// <summary>Whether two independent numbers or more speak for it and nothing else fits.</summary>
    public bool IsFirm { get; }

    /// <summary>The convention in which it is no mistake, in words; null where there is none.</summary>
    public string? RightIf { get; }

    /// <summary>What the numbers are, in words: "This is what you get if …".</summary>
    public string Message { get; }

    internal RuleFit Fit { get; }

    /// <summary>The same as <see cref="Message"/>.</summary>
    /// <returns>A sentence.</returns>
    public override string ToString() => Message;
}
