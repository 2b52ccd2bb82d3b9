namespace Backprop.Teaching.Notebooks;

/// <summary>The part that a bound socket plays.</summary>
enum SocketRole
{
    /// <summary>Answers the one who asked.</summary>
    Router,

    /// <summary>Answers each request once.</summary>
    Reply,

    /// <summary>Sends to all who subscribed.</summary>
    Publisher,
}
