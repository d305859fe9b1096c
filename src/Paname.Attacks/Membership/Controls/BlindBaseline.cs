using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Attacks.Learning;
using Paname.Attacks.Metrics;

namespace Paname.Attacks.Membership;

/// <summary>
/// Membership inference without the model: a classifier on raw inputs and labels, fitted on one half of the records and judged on the other, as
/// Das, Zhang and Tramer ask for in "Blind Baselines Beat Membership Inference Attacks for Foundation Models" (2024).
/// </summary>
public static class BlindBaseline
{
    /// <summary>Members, and non-members, needed at least: 20 of each for either half.</summary>
    public const int LeastPerSide = 40;

    /// <summary>Why a split cannot be checked, as "needs ...", or <see langword="null"/> when it can.</summary>
    /// <param name="data">Members and non-members.</param>
    /// <returns>The reason, or <see langword="null"/>.</returns>
    public static string? NotApplicable(MembershipData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return FeatureMatrix.Unavailable(data.Members.Records) ?? FeatureMatrix.Unavailable(data.NonMembers.Records) ?? TooFew(data.Members.Count, data.NonMembers.Count);
    }

    /// <summary>Measures how well a classifier tells the two sides apart from their inputs and labels.</summary>
    /// <param name="data">Members and non-members; records of one group stay in one half.</param>
    /// <param name="seed">Decides the halves and the fit.</param>
    /// <param name="options">Default: a random forest.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The AUC on the held-out half, and whether it proves a shift.</returns>
    /// <exception cref="PanameDataException">The split cannot be checked, see <see cref="NotApplicable(MembershipData)"/>, or groups leave a half without members or non-members.</exception>
    public static BlindBaselineResult Measure(MembershipData data, int seed, BlindBaselineOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (NotApplicable(data) is { } reason)
        {
            throw new PanameDataException($"The blind baseline {reason}.");
        }

        return Measure(
            data.Members.Records.Concat(data.NonMembers.Records),
            [.. data.Members.Labels, .. data.NonMembers.Labels],
            data.Members.Count,
            data.Members.Groups is { } groups ? [.. groups, .. data.NonMembers.Groups!] : null,
            seed,
            options ?? new(),
            cancellationToken);
    }

    internal static string? TooFew(int members, int nonMembers)
        => members >= LeastPerSide && nonMembers >= LeastPerSide ? null : FormattableString.Invariant($"needs {LeastPerSide} members and {LeastPerSide} non-members; there are {members} and {nonMembers}");

    private static BlindBaselineResult Measure(
        Records records, int[] labels, int members, string[]? groups, int seed, BlindBaselineOptions options, CancellationToken cancellationToken)
    {
        var random = new MersenneTwister(seed, threadSafe: false);
        ObservationHalves halves = ObservationHalves.Split(members, records.Count - members, groups, random.Next());
        int[] fit = [.. Draw([.. halves.Fit], options.MaxRecords, random)];
        FeatureMatrix inputs = FeatureMatrix.Of(records);
        int[] columns = [.. Draw([.. Enumerable.Range(0, inputs.Width)], options.MaxFeatures, random)];
        int classes = labels.Max() + 1;
        IBinaryModel model = options.Learner.Fit(
            RecordTable.Of(inputs, labels, classes, fit, columns), [.. fit.Select(record => record < members)], random.Next(), cancellationToken);
        double[] scores = model.Predict(RecordTable.Of(inputs, labels, classes, halves.HeldOut, columns));
        ScoreSample sample = JudgedSample.Of(scores, halves.HeldOut, members, groups);
        return new BlindBaselineResult(Auc.Estimate(sample), Auc.Estimate(sample, 0.001).Lower, sample.Members, sample.NonMembers, Notes(options, fit.Length, inputs.Width, columns.Length));
    }

    private static List<string> Notes(BlindBaselineOptions options, int rows, int width, int columns)
    {
        var notes = new List<string> { FormattableString.Invariant($"{options.Learner.Name} on inputs and labels, fitted on {rows} records") };
        if (columns < width)
        {
            notes.Add(FormattableString.Invariant($"{columns} of {width} features used"));
        }

        return notes;
    }

    private static IEnumerable<int> Draw(int[] items, int most, MersenneTwister random)
    {
        if (items.Length <= most)
        {
            return items;
        }

        random.Shuffle(items);
        return items.Take(most).Order();
    }
}
