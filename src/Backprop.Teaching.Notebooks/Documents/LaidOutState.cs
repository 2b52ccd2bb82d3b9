namespace Backprop.Teaching.Notebooks;

/// <summary>What became of a file when lessons were laid out.</summary>
public enum LaidOutState
{
    /// <summary>It was not there and is now.</summary>
    New,

    /// <summary>It was there, as it had been laid out before, and is replaced.</summary>
    Updated,

    /// <summary>It was there as it would be written.</summary>
    Same,

    /// <summary>It was changed by its reader, or came from elsewhere, and is left alone.</summary>
    Kept,
}
