using MathNet.Numerics.Random;
using Paname.Attacks.Data;

namespace Paname.Attacks.Metrics;

/// <summary>Both sides' scores in ascending order, one record per group, as the bounds of epsilon read them.</summary>
internal sealed record ScoreSides(SortedScores Members, SortedScores NonMembers)
{
    internal static ScoreSides Of(ScoreSample sample, int seed)
    {
        (SortedScores members, SortedScores nonMembers) = sample.OnePerGroup(seed);
        return members.Count > 0 && nonMembers.Count > 0
            ? new(members, nonMembers)
            : throw new PanameDataException("One record of each group was drawn, and a side is empty. Give groups that are not all on one side, or more of them.");
    }

    /// <summary>The scores with their sign turned.</summary>
    internal ScoreSides Turned() => new(Turned(Members), Turned(NonMembers));

    /// <summary>The counts of "member iff score &gt;= threshold".</summary>
    internal ConfusionCounts At(double threshold)
    {
        int tp = Members.AtLeast(threshold);
        int fp = NonMembers.AtLeast(threshold);
        return new(tp, Members.Count - tp, fp, NonMembers.Count - fp);
    }

    /// <summary>A seeded share of each side, and the rest; at least one record of each side in both.</summary>
    internal (ScoreSides Chosen, ScoreSides Others) Split(double share, int seed)
    {
        if (Members.Count < 2 || NonMembers.Count < 2)
        {
            throw new PanameDataException("A threshold cannot be chosen on one part and judged on another with a single member or non-member. Give more records, or a fixed threshold.");
        }

        MersenneTwister random = new(seed);
        (SortedScores members, SortedScores otherMembers) = Split(Members, share, random);
        (SortedScores nonMembers, SortedScores otherNonMembers) = Split(NonMembers, share, random);
        return (new(members, nonMembers), new(otherMembers, otherNonMembers));
    }

    private static (SortedScores Chosen, SortedScores Others) Split(SortedScores side, double share, MersenneTwister random)
    {
        double[] values = (double[])side.Values.Clone();
        random.Shuffle(values);
        int count = Math.Clamp((int)(values.Length * share), 1, values.Length - 1);
        double[] chosen = values[..count];
        double[] rest = values[count..];
        Array.Sort(chosen);
        Array.Sort(rest);
        return (new(chosen, null), new(rest, null));
    }

    private static SortedScores Turned(SortedScores side)
    {
        double[] values = Array.ConvertAll(side.Values, static v => -v + 0.0);
        Array.Reverse(values);
        return new(values, null);
    }
}
