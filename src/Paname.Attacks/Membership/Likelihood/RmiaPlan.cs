using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>Which form of RMIA the shadow models allow, and its a.</summary>
internal static class RmiaPlan
{
    /// <summary>Whether the form is online, or why there is none.</summary>
    internal static (bool Online, string? Reason) Of(AttackerView view, RmiaOptions options)
    {
        if (view.Shadows is { Scale: SignalScale.Score })
        {
            return (false, ShadowNeeds.Probabilities);
        }

        string? online = ShadowNeeds.Online(view);
        return options.Form == ShadowForm.Online || (options.Form == ShadowForm.Auto && online is null)
            ? (true, online)
            : (false, ShadowNeeds.Offline(view));
    }

    /// <summary>a as asked for, or tuned on the audited records, else on the population, else fixed; and the clause that says so. No a online.</summary>
    internal static (double? A, string Note) Choose(ShadowObservations shadows, bool online, RmiaOptions options, TrueClassProbability reading, AttackRun run)
    {
        ShadowView view = shadows.View;
        if (online)
        {
            return (null, FormattableString.Invariant(
                $"online: {view.Models} shadow models, at least {view.LeastIn} trained on each record and {view.LeastOut} without it"));
        }

        string offline = FormattableString.Invariant($"offline: {view.Models} shadow models, at least {view.LeastOut} trained without each record; a = ");
        if (options.OfflineA is { } given)
        {
            return (given, FormattableString.Invariant($"{offline}{given:0.##}, as asked for"));
        }

        double? tuned = OfflineTuning.Best(shadows.Shadows, shadows.Inclusion, reading, run)
            ?? (shadows.Population is { Inclusion: { } inclusion } population ? OfflineTuning.Best(population.Shadows, inclusion, reading, run) : null);
        return tuned is { } a
            ? (a, FormattableString.Invariant($"{offline}{a:0.##}, tuned on shadow models"))
            : (OfflineTuning.Fallback, offline + "1/3, since the shadow models' training sets do not let it be tuned");
    }
}
