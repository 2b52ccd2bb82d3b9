namespace Backprop.Teaching;

/// <summary>A name that is no quantity, or none of this network: what is wrong with it and what was expected.</summary>
public sealed class UnknownQuantityException : ArgumentException
{
    /// <summary>An error about one name.</summary>
    /// <param name="name">The name as it was written.</param>
    /// <param name="problem">What is wrong with it and what was expected.</param>
    public UnknownQuantityException(string name, string problem)
        : base($"{name}: {problem}")
    {
        Name = name;
        Problem = problem;
    }

    /// <summary>The name as it was written.</summary>
    public string Name { get; }

    /// <summary>What is wrong with it and what was expected.</summary>
    public string Problem { get; }
}
