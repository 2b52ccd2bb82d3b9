namespace Backprop.Teaching;

/// <summary>What the doctor says of a whole sheet.</summary>
public enum SheetVerdict
{
    /// <summary>Every number is right, by itself.</summary>
    Right,

    /// <summary>Nothing is wrong, and something was left blank.</summary>
    Incomplete,

    /// <summary>Not right as it stands, and right in another convention.</summary>
    AnotherConvention,

    /// <summary>Something is wrong.</summary>
    Wrong,
}
