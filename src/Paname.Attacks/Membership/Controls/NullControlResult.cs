namespace Paname.Attacks.Membership;

/// <summary>What an attack found where there is nothing to find.</summary>
/// <param name="Z">The Mann-Whitney z of records with a fake member flag against the others, corrected for ties: standard normal for a sound attack.</param>
/// <param name="Limit">The z beyond which, on either side, the control raises an alarm.</param>
/// <param name="NotRun">Why the control was not run, as "needs ..."; otherwise <see langword="null"/>.</param>
public sealed record NullControlResult(double Z, double Limit, string? NotRun = null)
{
    /// <summary>Whether the attack tells apart records that do not differ in membership: its score uses the flags it is judged by, and its verdicts do not count.</summary>
    public bool Alarm => NotRun is null && Math.Abs(Z) > Limit;
}
