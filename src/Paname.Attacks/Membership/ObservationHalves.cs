using MathNet.Numerics.Random;

namespace Paname.Attacks.Membership;

/// <summary>Splits audited records into two halves, so that what is fitted on one is judged on the other.</summary>
public sealed class ObservationHalves
{
    private ObservationHalves(IReadOnlyList<int> fit, IReadOnlyList<int> heldOut)
    {
        Fit = fit;
        HeldOut = heldOut;
    }

    /// <summary>Zero-based indices of the records to fit on, ascending.</summary>
    public IReadOnlyList<int> Fit { get; }

    /// <summary>Zero-based indices of the records to judge on, ascending.</summary>
    public IReadOnlyList<int> HeldOut { get; }

    /// <summary>Splits members and non-members separately in half; records of one group stay together.</summary>
    /// <param name="observations">The audited records.</param>
    /// <param name="seed">Decides the split.</param>
    /// <returns>Two halves that share no record and no group.</returns>
    public static ObservationHalves Split(MembershipObservations observations, int seed)
    {
        ArgumentNullException.ThrowIfNull(observations);
        return Split(observations.Members, observations.NonMembers, observations.Groups, seed);
    }

    internal static ObservationHalves Split(int members, int nonMembers, IReadOnlyList<string>? groups, int seed)
    {
        var random = new MersenneTwister(seed);
        var fit = new List<int>();
        var heldOut = new List<int>();
        if (groups is not null)
        {
            HashSet<string> first = [.. Half([.. groups.Distinct(StringComparer.Ordinal)], random)];
            for (int i = 0; i < members + nonMembers; i++)
            {
                (first.Contains(groups[i]) ? fit : heldOut).Add(i);
            }
        }
        else
        {
            HashSet<int> first =
            [
                .. Half([.. Enumerable.Range(0, members)], random),
                .. Half([.. Enumerable.Range(members, nonMembers)], random),
            ];
            for (int i = 0; i < members + nonMembers; i++)
            {
                (first.Contains(i) ? fit : heldOut).Add(i);
            }
        }

        return new ObservationHalves(fit, heldOut);
    }

    private static IEnumerable<T> Half<T>(T[] items, MersenneTwister random)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = random.Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }

        return items.Take((items.Length + 1) / 2);
    }
}
