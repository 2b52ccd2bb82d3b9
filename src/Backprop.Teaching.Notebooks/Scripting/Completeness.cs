namespace Backprop.Teaching.Notebooks;

/// <summary>Whether a cell could be run as it stands.</summary>
public enum Completeness
{
    /// <summary>It could be run; it may still fail.</summary>
    Complete,

    /// <summary>More is expected after its end.</summary>
    Incomplete,

    /// <summary>Nothing that follows could make it right.</summary>
    Invalid,
}
