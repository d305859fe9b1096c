using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>Which form of LiRA the shadow models allow: fixed by how many there are and what they were trained on, before any signal is seen.</summary>
internal sealed record LiraPlan(bool Online, bool Pooled, bool Even)
{
    private const int PooledBelow = 64;

    private const int OwnVarianceFrom = 8;

    private const int DegreesOfFreedom = 30;

    /// <summary>The plan, or why there is none.</summary>
    internal static (LiraPlan? Plan, string? Reason) Of(AttackerView view, LiraOptions options)
    {
        string? offlineReason = ShadowNeeds.Offline(view);
        string? onlineReason = ShadowNeeds.Online(view);
        if (view.Shadows is not { } shadows)
        {
            return (null, ShadowNeeds.Models);
        }

        onlineReason ??= VarianceReason(shadows, options, online: true);
        offlineReason ??= VarianceReason(shadows, options, online: false);
        bool online = options.Form == ShadowForm.Online || (options.Form == ShadowForm.Auto && onlineReason is null);
        return (online ? onlineReason : offlineReason) is { } reason ? (null, reason) : (Plan(shadows, options, online), null);
    }

    /// <summary>How the attack is run, in clauses.</summary>
    internal IReadOnlyList<string> Notes(ShadowView shadows) =>
    [
        Online
            ? FormattableString.Invariant($"online: {shadows.Models} shadow models, at least {shadows.LeastIn} trained on each record and {shadows.LeastOut} without it")
            : FormattableString.Invariant($"offline: {shadows.Models} shadow models, at least {shadows.LeastOut} trained without each record"),
        Pooled ? "variance pooled over records" : "variance of each record's own",
    ];

    // Equal counts: the factor 1 + 1/n is the same for all records and changes no order, online only if both sides have as many.
    private static LiraPlan Plan(ShadowView shadows, LiraOptions options, bool online)
        => new(online, IsPooled(shadows, options, online), online ? shadows.Balanced : shadows.LeastIn + shadows.LeastOut == shadows.Models);

    private static bool IsPooled(ShadowView shadows, LiraOptions options, bool online) => options.Variance switch
    {
        LiraVariance.PerRecord => false,
        LiraVariance.Pooled => true,
        _ => shadows.Models < PooledBelow || Least(shadows, online) < OwnVarianceFrom,
    };

    private static string? VarianceReason(ShadowView shadows, LiraOptions options, bool online)
    {
        if (!IsPooled(shadows, options, online))
        {
            return Least(shadows, online) >= 2 ? null
                : online ? "needs two shadow models trained on each record and two trained without it for a variance of its own"
                : "needs two shadow models trained without each record for a variance of its own";
        }

        long freedom = online ? Math.Min(shadows.PooledIn, shadows.PooledOut) : shadows.PooledOut;
        return freedom >= DegreesOfFreedom ? null
            : FormattableString.Invariant($"needs {DegreesOfFreedom} degrees of freedom for a pooled variance (models less one, summed over records), there are {freedom}");
    }

    private static int Least(ShadowView shadows, bool online) => online ? Math.Min(shadows.LeastIn, shadows.LeastOut) : shadows.LeastOut;
}
