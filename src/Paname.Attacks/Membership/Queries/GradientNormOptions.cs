using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>What <see cref="QueryAttacks.GradientNorm"/> looks at.</summary>
public sealed record GradientNormOptions
{
    /// <summary>The parameters whose gradient is measured. Default: all; <see cref="GradientScope.LastLayer"/> is cheaper and carries most of the signal.</summary>
    public GradientScope Scope { get; init; } = GradientScope.AllParameters;
}
