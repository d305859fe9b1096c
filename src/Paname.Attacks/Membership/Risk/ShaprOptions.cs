namespace Paname.Attacks.Membership;

/// <summary>How SHAPr values records.</summary>
public sealed record ShaprOptions
{
    /// <summary>K, the number of nearest training records that vote on a test record; 1 at least, default 1.</summary>
    public int Neighbours { get; init => field = OptionRange.Within(value, 1); } = 1;
}
