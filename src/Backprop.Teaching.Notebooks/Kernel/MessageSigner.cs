using System.Security.Cryptography;

namespace Backprop.Teaching.Notebooks;

/// <summary>Signs and checks messages: HMAC-SHA256 over the four JSON frames as they are on the wire, in lower-case hexadecimal.</summary>
sealed class MessageSigner(byte[] key)
{
    /// <summary>The signature of a message; empty when there is no key.</summary>
    public byte[] Sign(byte[] header, byte[] parentHeader, byte[] metadata, byte[] content)
    {
        if (key.Length == 0) return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(header);
        hash.AppendData(parentHeader);
        hash.AppendData(metadata);
        hash.AppendData(content);
        var signature = new byte[2 * SHA256.HashSizeInBytes];
        Convert.TryToHexStringLower(hash.GetHashAndReset(), signature, out _);
        return signature;
    }

    /// <summary>Whether a message bears the right signature; without a key every message does.</summary>
    public bool IsSigned(byte[] signature, byte[] header, byte[] parentHeader, byte[] metadata, byte[] content) =>
        key.Length == 0 || CryptographicOperations.FixedTimeEquals(signature, Sign(header, parentHeader, metadata, content));
}
