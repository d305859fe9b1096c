namespace Paname.Testing;

/// <summary>The words for why a reason was needed.</summary>
internal static class AcceptanceKind
{
    internal const string Worse = "worse";

    internal const string NewAnchor = "new anchor";

    internal const string Changed = "changed set-up";

    /// <summary>A delegate has no fingerprint: its owner states that it was trained anew.</summary>
    internal const string UnnamedModel = "unnamed model";
}
