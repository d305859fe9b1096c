using System.Runtime.CompilerServices;
using Paname.Attacks.Learning;

namespace Paname.Attacks.Membership;

/// <summary>What learned attacks have in common.</summary>
internal static class LearnedDefaults
{
    internal const AttackFeatures Features = AttackFeatures.SortedProbabilities | AttackFeatures.LogOdds | AttackFeatures.Correctness;

    private const AttackFeatures All = (AttackFeatures)31;

    internal static IBinaryLearner Forest { get; } = Learners.RandomForest(new RandomForestOptions { Trees = 200, MaxDepth = 5, MinLeaf = 10, MinSplit = 20 });

    internal static AttackFeatures Checked(AttackFeatures features, [CallerMemberName] string option = "")
        => features != AttackFeatures.None && (features & ~All) == 0
            ? features
            : throw new ArgumentOutOfRangeException(option, features, "At least one feature, and none but those that are named, must be set.");
}
