using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>The numbers that published worked examples print, in their own order.</summary>
public static class PublishedClaims
{
    /// <summary>The numbers of <see cref="Examples.Mazur"/>, from net_h1 to the outputs after 10,000 steps.</summary>
    /// <remarks>Source: M. Mazur, A Step by Step Backpropagation Example.</remarks>
    public static ImmutableArray<Claim> Mazur { get; } = Load(Examples.Mazur);

    static ImmutableArray<Claim> Load(Example example)
    {
        using var resource = typeof(PublishedClaims).Assembly.GetManifestResourceStream($"examples/{example.Name}.json")!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return ClaimReader.Read(content.GetBuffer().AsSpan(0, (int)content.Length), Backpropagation.Run(example))!.Value;
    }
}
