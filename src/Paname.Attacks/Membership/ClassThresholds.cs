using Paname.Attacks.Data;

namespace Paname.Attacks.Membership;

/// <summary>One membership threshold per class, as in Song and Mittal, "Systematic Evaluation of Privacy Risks of Machine Learning Models" (2021):
/// fitted on records whose membership the attacker knows (a shadow model's, or one half of a split), applied to others.</summary>
/// <remarks>Never judge a threshold on the records it was fitted to: the result is optimistic. <see cref="ObservationHalves"/> gives the two halves.</remarks>
public sealed class ClassThresholds
{
    private readonly Dictionary<int, double> _byClass;
    private readonly double _overall;

    private ClassThresholds(Dictionary<int, double> byClass, double overall)
    {
        _byClass = byClass;
        _overall = overall;
    }

    /// <summary>Fits, for each class, the observed score that maximises ½(TPR + TNR); the highest of equals.</summary>
    /// <param name="scores">One score per record, higher = member.</param>
    /// <param name="labels">The class of each record.</param>
    /// <param name="isMember">Whether each record is a member.</param>
    /// <returns>The thresholds.</returns>
    /// <exception cref="PanameDataException">Lengths differ, or one side is empty.</exception>
    public static ClassThresholds Fit(ReadOnlySpan<double> scores, ReadOnlySpan<int> labels, ReadOnlySpan<bool> isMember)
    {
        if (labels.Length != scores.Length || isMember.Length != scores.Length)
        {
            throw new PanameDataException($"There are {scores.Length} scores, {labels.Length} labels and {isMember.Length} member flags.");
        }

        if (!isMember.Contains(true) || !isMember.Contains(false))
        {
            throw new PanameDataException("A threshold is fitted on members and non-members; one side is empty.");
        }

        var all = new List<(double Score, bool Member)>(scores.Length);
        var byClass = new Dictionary<int, List<(double Score, bool Member)>>();
        for (int i = 0; i < scores.Length; i++)
        {
            (byClass.TryGetValue(labels[i], out List<(double, bool)>? list) ? list : byClass[labels[i]] = []).Add((scores[i], isMember[i]));
            all.Add((scores[i], isMember[i]));
        }

        double overall = Best(all);
        return new ClassThresholds(byClass.ToDictionary(pair => pair.Key, pair => OneSided(pair.Value) ? overall : Best(pair.Value)), overall);
    }

    /// <summary>The threshold of a class; a class the fit saw from one side only, or not at all, uses the threshold over all classes.</summary>
    /// <param name="label">The class.</param>
    /// <returns>Records of the class with a score at or above it are taken for members.</returns>
    public double Of(int label) => _byClass.TryGetValue(label, out double threshold) ? threshold : _overall;

    /// <summary>The attack's decision.</summary>
    /// <param name="score">The record's score, higher = member.</param>
    /// <param name="label">The record's class.</param>
    /// <returns>Whether the record is taken for a member.</returns>
    public bool IsMember(double score, int label) => score >= Of(label);

    private static bool OneSided(List<(double Score, bool Member)> records) => records.TrueForAll(r => r.Member) || records.TrueForAll(r => !r.Member);

    private static double Best(List<(double Score, bool Member)> records)
    {
        records.Sort((a, b) => b.Score.CompareTo(a.Score));
        long members = records.Count(r => r.Member);
        long nonMembers = records.Count - members;
        long best = long.MinValue;
        double threshold = double.PositiveInfinity;
        long tp = 0;
        long fp = 0;
        for (int i = 0; i < records.Count; i++)
        {
            tp += records[i].Member ? 1 : 0;
            fp += records[i].Member ? 0 : 1;
            bool lastOfTies = i + 1 == records.Count || records[i + 1].Score < records[i].Score;
            // TPR - FPR over a common denominator: whole numbers tie exactly.
            long difference = (tp * nonMembers) - (fp * members);
            if (lastOfTies && difference > best)
            {
                best = difference;
                threshold = records[i].Score;
            }
        }

        return threshold;
    }
}
