namespace Backprop.Teaching;

/// <summary>What is the matter with a published formula.</summary>
public enum ErratumKind
{
    /// <summary>As printed it gives another number, another shape, or asks for an entry that does not exist.</summary>
    Wrong,

    /// <summary>It has a right reading, and one that a reader is as likely to choose and that gives another number.</summary>
    Ambiguous,
}
