using Paname.Attacks.Data;

namespace Paname.Attacks.Metrics;

/// <summary>
/// Lower bounds of the epsilon of differential privacy from attack scores, with every choice made on the data paid for. There is no upper bound and no pass: a weak
/// attack gives 0, which is no evidence of safety.
/// </summary>
public static class EpsilonAudit
{
    /// <summary>The lower bound.</summary>
    /// <param name="sample">Scores of members and non-members, higher = member; with groups, one seeded record of each counts.</param>
    /// <param name="delta">Delta, from 0 to 1; the Gaussian methods need it strictly between.</param>
    /// <param name="options">Method, thresholds, level and how membership came about; <see langword="null"/> for the defaults.</param>
    /// <returns>The bound with what it rests on. Members that an attack tells perfectly give what the method gives for such counts: never 0 for want of errors, never infinity.</returns>
    /// <exception cref="ArgumentException">A one-run method without fair coins.</exception>
    /// <exception cref="PanameDataException">A side is empty once one record per group is drawn, there are too few records to split, more than two values of a yes or no, more guesses than
    /// records, or so many more records on one side than on the other that fair coins cannot have put them there.</exception>
    public static EpsilonEstimate FromScores(ScoreSample sample, double delta, EpsilonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        EpsilonOptions chosen = options ?? new();
        EpsilonMethod method = EpsilonRules.Method(chosen, delta);
        bool oneRun = method is EpsilonMethod.OneRun or EpsilonMethod.OneRunFdp;
        if (!oneRun && chosen.Thresholds == EpsilonThresholds.YesOrNo)
        {
            EpsilonRules.RequireYesOrNo(sample);
        }

        ScoreSides scores = ScoreSides.Of(sample, chosen.Seed);
        (double value, string correction) = oneRun
            ? OneRun(scores, delta, chosen, method)
            : TwoSamples(scores, delta, chosen, method);
        (EpsilonKind kind, string restsOn) = EpsilonRules.Basis(chosen.Inclusion, method, sample.HasGroups);
        return new(value, method, delta, chosen.Level, correction, kind, restsOn);
    }

    /// <summary>What a perfect attack would give: the most that so many records can show, whatever the model.</summary>
    /// <param name="members">Members, 1 or more.</param>
    /// <param name="nonMembers">Non-members, 1 or more.</param>
    /// <param name="delta">Delta, as for <see cref="FromScores"/>.</param>
    /// <param name="options">As for <see cref="FromScores"/>.</param>
    /// <returns>The largest bound. A claim of this epsilon or more cannot be refuted with these records.</returns>
    public static double Ceiling(int members, int nonMembers, double delta, EpsilonOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(members);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(nonMembers);
        double[] above = new double[members];
        double[] below = new double[nonMembers];
        Array.Fill(above, 1);
        return FromScores(ScoreSample.Create(above, below), delta, (options ?? new()) with { Threshold = 1 }).Value;
    }

    private static (double Value, string Correction) TwoSamples(ScoreSides scores, double delta, EpsilonOptions options, EpsilonMethod method)
    {
        if (!options.SignUnknown)
        {
            return Largest(scores, delta, options, method);
        }

        EpsilonOptions half = options with { Level = options.Level / 2 };
        (double value, string correction) = Largest(scores, delta, half, method);
        (double turned, _) = Largest(scores.Turned(), delta, half with { Threshold = -options.Threshold }, method);
        return (Math.Max(value, turned), correction + "; half of the level for each sign of the score, a quarter for each limit");
    }

    private static (double Value, string Correction) Largest(ScoreSides scores, double delta, EpsilonOptions options, EpsilonMethod method)
    {
        ThresholdFamily family = ThresholdFamily.Create(scores, delta, options);
        double best = 0;
        foreach (ConfusionCounts counts in family.Counts)
        {
            best = method == EpsilonMethod.JointBayesian
                ? JointBayesianEpsilon.Above(best, counts, delta, options.Level / family.Claims, eitherSign: false)
                : Math.Max(best, FromLimits(EpsilonLimits.Of(counts, options.Level / 2 / family.MemberClaims, options.Level / 2 / family.NonMemberClaims)));
        }

        // The epsilon of a shift rises with it, so the largest shift is converted alone.
        return (method == EpsilonMethod.GaussianDp ? GaussianDp.Epsilon(best, delta) : best, family.Correction);

        double FromLimits(EpsilonLimits limits) => method == EpsilonMethod.GaussianDp ? limits.Shift() : limits.ClopperPearson(delta, options.BothDirections);
    }

    private static (double Value, string Correction) OneRun(ScoreSides scores, double delta, EpsilonOptions options, EpsilonMethod method)
    {
        EpsilonRules.RequireFairCoins(scores.Members.Count, scores.NonMembers.Count);
        OneRunGuesses order = new(scores, options.Seed);
        IReadOnlyList<GuessCount> guesses = options.Guesses.Count > 0 ? options.Guesses : OneRunGuesses.Default(order.Records);
        double level = options.Level / guesses.Count;
        double best = 0;
        foreach (GuessCount guess in guesses)
        {
            if (guess.Total > order.Records)
            {
                throw new PanameDataException(FormattableString.Invariant($"{guess.Total:N0} guesses were asked for about {order.Records:N0} records. Ask for at most as many as there are."));
            }

            int correct = order.Correct(guess);
            best = method == EpsilonMethod.OneRun
                ? OneRunEpsilon.Above(best, order.Records, guess.Total, correct, delta, level)
                : OneRunFdp.Above(best, order.Records, guess.Total, correct, delta, level);
        }

        return (best, guesses.Count == 1
            ? FormattableString.Invariant($"none: {guesses[0].Total:N0} guesses were stated beforehand")
            : FormattableString.Invariant($"Bonferroni over {guesses.Count} numbers of guesses stated beforehand"));
    }
}
