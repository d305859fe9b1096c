namespace Paname.Testing;

/// <summary>An attack without scores.</summary>
/// <param name="Attack">Its name.</param>
/// <param name="How">"not applicable" or "not run".</param>
/// <param name="Reason">Why.</param>
internal sealed record UnscoredAttack(string Attack, string How, string Reason)
{
    internal string Said => $"{Attack} {How}: {Reason}";
}
