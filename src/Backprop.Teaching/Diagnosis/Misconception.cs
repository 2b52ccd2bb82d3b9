namespace Backprop.Teaching;

/// <summary>A mistake that people make in backpropagation.</summary>
sealed class Misconception(string id)
{
    public string Id { get; } = id;
}
