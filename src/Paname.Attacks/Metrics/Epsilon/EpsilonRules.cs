using Paname.Attacks.Data;

namespace Paname.Attacks.Metrics;

/// <summary>Which bound of epsilon suits which way that membership came about, and what it then rests on.</summary>
internal static class EpsilonRules
{
    private const double Implausible = 1e-6;

    internal static EpsilonMethod Method(EpsilonOptions options, double delta)
    {
        MetricArguments.CheckLevel(options.Level, nameof(options.Level));
        MetricArguments.CheckInside(options.SplitShare, 0, 1, nameof(options.SplitShare));
        ArgumentOutOfRangeException.ThrowIfEqual(options.Threshold, double.NaN, nameof(options.Threshold));
        MetricArguments.CheckFraction(delta);
        foreach (GuessCount guess in options.Guesses)
        {
            if (guess.Members < 0 || guess.NonMembers < 0 || guess.Total == 0)
            {
                throw new ArgumentOutOfRangeException(nameof(options), "Guesses asks for at least one guess in each entry, and for none below 0.");
            }
        }

        EpsilonMethod method = options.Method ?? (options.Inclusion == Inclusion.FairCoins ? EpsilonMethod.OneRun : EpsilonMethod.ClopperPearson);
        if (method is EpsilonMethod.OneRun or EpsilonMethod.OneRunFdp && options.Inclusion != Inclusion.FairCoins)
        {
            throw new ArgumentException("The one-run methods need records put in by independent fair coins: set Inclusion to FairCoins if they were, or take another method.", nameof(options));
        }

        if (method is EpsilonMethod.GaussianDp or EpsilonMethod.OneRunFdp)
        {
            MetricArguments.CheckInside(delta, 0, 1);
        }

        return method;
    }

    /// <summary>Refuses a number of members that fair coins give less than once in a million audits.</summary>
    internal static void RequireFairCoins(int members, int nonMembers)
    {
        if (2 * BinomialTail.AtMost(Math.Min(members, nonMembers), members + nonMembers, 0.5) < Implausible)
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"Fair coins do not put {members:N0} records in and leave {nonMembers:N0} out. Set Inclusion to what was done, or give all records that had a coin."));
        }
    }

    /// <summary>Refuses more values than a yes or no has: with more, its one threshold would be read off the data.</summary>
    internal static void RequireYesOrNo(ScoreSample sample)
    {
        if (!TwoValuedScores.AreAtMost(sample.MemberScores.Values, sample.NonMemberScores.Values))
        {
            throw new PanameDataException("The scores take more than two values, and a yes or no has two. Set Thresholds to Ranks; an attack that gives such scores is graded (IsGraded).");
        }
    }

    internal static (EpsilonKind Kind, string RestsOn) Basis(Inclusion inclusion, EpsilonMethod method, bool groups)
    {
        bool oneRun = method is EpsilonMethod.OneRun or EpsilonMethod.OneRunFdp;
        bool bound = oneRun || inclusion == Inclusion.IndependentRuns;
        string ground = oneRun ? "every record put in by its own fair coin, independently of the others"
            : bound ? "one independent training run for every score"
            : "records of one model, not put in by coins: an empirical figure, not a DP bound";
        string assumption = method switch
        {
            EpsilonMethod.GaussianDp or EpsilonMethod.OneRunFdp => "; a mechanism whose trade-off curve is Gaussian",
            EpsilonMethod.JointBayesian => "; Jeffreys' prior, so that the error rate is approximate",
            _ => string.Empty,
        };
        string drawn = groups ? "; one record drawn from each group" : string.Empty;
        return (bound ? EpsilonKind.DpBound : EpsilonKind.Empirical, ground + assumption + drawn);
    }
}
