using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Testing;

/// <summary>What the attacks of a set would look at if they had it: expensive things are made only for a set that needs them. Decided from needs alone, never from data.</summary>
internal static class SetNeeds
{
    private const int Ample = 1 << 20;

    private static readonly ShadowView AmpleShadows = new(Ample, Ample / 2, Ample / 2, Ample, Ample, Balanced: true, Views: 2, Outputs: true, Population: Ample);

    // What some attack or other asks of shadow models.
    private static readonly ShadowView[] ManyShadows = [AmpleShadows, AmpleShadows with { Balanced = false }, AmpleShadows with { Scale = SignalScale.Residual }, AmpleShadows with { Scale = SignalScale.Score }];

    internal static bool Shadows(AttackSet set, AttackerView view)
        => ManyShadows.Select(shadows => view with { Shadows = shadows }).Any(ample => set.Attacks.Any(attack => attack.UsesShadows(ample) || attack.UsesShadows(AsIfAsked(ample))));

    /// <summary>Whether some attack asks the target again, looks inside it, or at the records.</summary>
    internal static bool Access(AttackSet set, AttackerView view)
        => set.Attacks.Any(attack => attack.NotApplicable(view) is not null && attack.NotApplicable(AsIfAsked(view)) is null);

    internal static AttackerView WithShadows(AttackerView view) => view with { Shadows = AmpleShadows };

    private static AttackerView AsIfAsked(AttackerView view) => view with { Queries = true, Gradients = true, Features = 1 };
}
