using System.Reflection;
using Paname.Attacks.Membership;

namespace Paname.Testing;

/// <summary>What an audit runs, settled before it starts: all that decides its result besides model and data.</summary>
internal sealed record AuditPlan(AttackSet Set, int Seed)
{
    internal bool LabelMapConfirmed { get; init; }

    /// <summary>Whether controls run; null when the tier has none, so that there is nothing to say about them.</summary>
    internal bool? Controls { get; init; }

    internal TimeSpan? TimeBudget { get; init; }

    /// <summary>How useful the model is, as the set-up says.</summary>
    internal IReadOnlyList<UtilityMetric> Utility { get; init; } = [];

    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    internal string Key => string.Join('|', Set.Name, Seed, LabelMapConfirmed, Controls, TimeBudget?.Ticks, string.Join(';', Utility));

    /// <summary>The plan with what a set-up says besides model and data.</summary>
    internal AuditPlan For(MembershipSetup setup) => this with { LabelMapConfirmed = LabelMapConfirmed || setup.LabelMapConfirmed, Utility = setup.Utility };

    internal static AuditPlan Of(AuditOptions options, Assembly? testAssembly)
        => new(options.Set ?? AttackSet.Of(options.Tier), AuditSeed.Resolve(options.Seed, testAssembly))
        {
            LabelMapConfirmed = options.LabelMapConfirmed,
            Controls = options.Controls ?? (options.Tier == AttackTier.Smoke ? null : true),
            TimeBudget = options.TimeBudget,
            Clock = options.Clock,
        };
}
