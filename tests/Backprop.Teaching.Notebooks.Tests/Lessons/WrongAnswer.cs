namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>An answer that people give and that is wrong.</summary>
/// <param name="Cell">The id of the check cell.</param>
/// <param name="Answer">What stands in place of <c>"?"</c>, as C#.</param>
/// <param name="Mistake">How one comes to it.</param>
/// <param name="Says">What the check must say of it; null if anything but right will do.</param>
sealed record WrongAnswer(string Cell, string Answer, string Mistake, string? Says)
{
    public static WrongAnswer Parse(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        Assert.True(parts.Length is 3 or 4, $"found '{line}', expected: check-1 | \"answer\" | the mistake | what the check must say (may be left out)");
        return new(parts[0], parts[1], parts[2], parts.ElementAtOrDefault(3));
    }
}
