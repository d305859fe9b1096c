using System.IO.Hashing;

namespace Paname.Attacks.Data;

/// <summary>XxHash128, about ten times as fast as SHA-256: equal content is found by it inside a process, and no one is to be convinced.</summary>
internal sealed class FastContent : ContentHash
{
    private readonly XxHash128 _hash = new();

    /// <summary>The hash; it starts anew.</summary>
    internal UInt128 Finish()
    {
        UInt128 hash = _hash.GetCurrentHashAsUInt128();
        _hash.Reset();
        return hash;
    }

    protected override void Append(ReadOnlySpan<byte> bytes) => _hash.Append(bytes);
}
