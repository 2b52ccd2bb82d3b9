using System.Text;

namespace Backprop.Teaching.Notebooks;

/// <summary>The first 64 bytes of a connection: signature, version, mechanism, filler.</summary>
static class ZmtpGreeting
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 64;

    const int MechanismAt = 12;
    const int MechanismLength = 20;

    /// <summary>Our greeting: version 3.0, so that newer peers speak 3.0 too, and mechanism NULL.</summary>
    public static byte[] Ours()
    {
        var greeting = new byte[Length];
        greeting[0] = 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        "NULL"u8.CopyTo(greeting.AsSpan(MechanismAt));
        return greeting;
    }

    /// <summary>Checks the peer's greeting.</summary>
    /// <exception cref="ZmtpException">It is none, of an older version, or wants another mechanism.</exception>
    public static void Check(ReadOnlySpan<byte> greeting)
    {
        if (greeting[0] != 0xFF || (greeting[9] & 1) == 0) throw new ZmtpException("the first bytes are no ZMTP signature");
        if (greeting[10] < 3) throw new ZmtpException($"the peer speaks ZMTP {greeting[10]}; expected is 3 or later");
        var mechanism = greeting.Slice(MechanismAt, MechanismLength).TrimEnd((byte)0);
        if (!mechanism.SequenceEqual("NULL"u8))
            throw new ZmtpException($"the peer wants mechanism '{Encoding.Latin1.GetString(mechanism)}'; expected is NULL");
    }
}
