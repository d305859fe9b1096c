using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>What attacks with shadow models ask of them, in words.</summary>
internal static class ShadowNeeds
{
    internal const string Models = "needs shadow models";

    internal const string Out = "needs at least one shadow model trained without each record";

    internal const string Both = "needs at least one shadow model trained on each record and one trained without it";

    internal const string Probabilities = "needs signals that are probabilities of the true class, as scaled logits, or residuals";

    /// <summary>Whether every record has a model trained without it, or why not.</summary>
    internal static string? Offline(AttackerView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Shadows is not { } shadows ? Models : shadows.LeastOut == 0 ? Out : null;
    }

    /// <summary>Whether every record has models of both kinds, or why not.</summary>
    internal static string? Online(AttackerView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Shadows is not { } shadows ? Models : Math.Min(shadows.LeastIn, shadows.LeastOut) == 0 ? Both : null;
    }

    /// <summary>The observations of shadow models, for an attack that can run.</summary>
    internal static ShadowObservations Require(IMembershipAttack attack, MembershipObservations observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        // "Ranks records as ..." is no obstacle: the scores are sound, only not news.
        return attack.NotApplicable(observations.View) is { } reason && reason.StartsWith("needs", StringComparison.Ordinal)
            ? throw new PanameDataException($"{attack.Name} {reason}.")
            : RecordsFit(observations);
    }

    private static ShadowObservations RecordsFit(MembershipObservations observations)
    {
        ShadowObservations shadows = observations.Shadows!;
        return shadows.Target.Records == observations.Outputs.Count
            ? shadows
            : throw new PanameDataException(FormattableString.Invariant(
                $"The shadow models' signals are of {shadows.Target.Records} records, the target's outputs of {observations.Outputs.Count}; give signals of the audited records, members first."));
    }
}
