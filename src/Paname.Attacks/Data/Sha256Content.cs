using System.Security.Cryptography;

namespace Paname.Attacks.Data;

/// <summary>SHA-256, for fingerprints that others may rely on.</summary>
internal sealed class Sha256Content : ContentHash, IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The digest in lower-case hexadecimal; the hash starts anew.</summary>
    internal string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();

    protected override void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);
}
