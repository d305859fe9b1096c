namespace Paname.Testing;

/// <summary>Sets the seed of all audits of a test assembly: <c>[assembly: PanameSeed(7)]</c>. An audit's own seed comes before it,
/// the environment variable PANAME_SEED after it.</summary>
/// <param name="seed">The seed.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PanameSeedAttribute(int seed) : Attribute
{
    /// <summary>The seed.</summary>
    public int Seed { get; } = seed;
}
