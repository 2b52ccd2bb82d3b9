namespace Backprop.Teaching;

/// <summary>What a check says of an answer.</summary>
public enum CheckStatus
{
    /// <summary>No answer: nothing, spaces, or <c>?</c>. In a vector or matrix: some entries are right and the others missing.</summary>
    Missing,

    /// <summary>Right to the digits given; in a vector or matrix every entry.</summary>
    Right,

    /// <summary>A number, but another one; in a vector or matrix at least one entry.</summary>
    Wrong,

    /// <summary>A vector or matrix with another number of entries, rows or columns.</summary>
    WrongShape,

    /// <summary>No number.</summary>
    Unreadable,
}
