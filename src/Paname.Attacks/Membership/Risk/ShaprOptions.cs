namespace Paname.Attacks.Membership.Risk;

/// <summary>How SHAPr values records.</summary>
public sealed record ShaprOptions
{
    /// <summary>K, the number of nearest training records that vote on a test record; 1 at least, default 1.</summary>
    public int Neighbours
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Neighbours));
            field = value;
        }
    }

        = 1;
}
