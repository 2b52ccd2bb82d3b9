namespace Backprop.Teaching.Notebooks;

/// <summary>A peer broke the rules of the wire protocol, or a limit; its connection ends, nothing else.</summary>
sealed class ZmtpException(string message) : IOException(message);
