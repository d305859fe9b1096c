using System.Runtime.CompilerServices;
using Paname.Attacks.Learning;

namespace Paname.Attacks.Membership;

/// <summary>Options of <see cref="LearnedAttacks.QuantileRegression"/>.</summary>
public sealed record QmiaOptions
{
    /// <summary>The score that is regressed; default the scaled logit.</summary>
    public QmiaScore Score { get; init => field = OptionRange.Defined(value); }

    /// <summary>How the distribution of a non-member's score is described; default quantiles, which scores that saturate do not upset.</summary>
    public QmiaHead Head { get; init => field = OptionRange.Defined(value); }

    /// <summary>The levels of the quantiles; two or more, ascending, between 0 and 1; default 0.05, 0.25, 0.5, 0.75, 0.95. Not used by the Gaussian head.</summary>
    public IReadOnlyList<double> Levels { get; init => field = CheckedLevels(value); } = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>The trees; default 60 rounds of depth 3, learning rate 0.1, at least 20 records in a leaf.</summary>
    public GradientBoostingOptions Boosting
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }
    = new() { Rounds = 60, MaxDepth = 3 };

    private static double[] CheckedLevels(IReadOnlyList<double> levels, [CallerMemberName] string option = "")
    {
        ArgumentNullException.ThrowIfNull(levels);
        bool ascending = levels.Count >= 2 && levels[0] > 0 && levels[^1] < 1 && levels.Zip(levels.Skip(1)).All(pair => pair.First < pair.Second);
        return ascending ? [.. levels] : throw new ArgumentOutOfRangeException(option, "Levels must be two or more numbers between 0 and 1, ascending.");
    }
}
