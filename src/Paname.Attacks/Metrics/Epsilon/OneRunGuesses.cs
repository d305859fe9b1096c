using MathNet.Numerics.Random;

namespace Paname.Attacks.Metrics;

/// <summary>All records of a one-run audit by score, and how many guesses about the ends are right.</summary>
internal sealed class OneRunGuesses
{
    private const int Fewest = 8;

    // Members among the first i records by falling score.
    private readonly int[] _membersAbove;

    /// <summary>Orders the records. Equal scores are put in seeded order without a look at membership, so that the number of guesses is what was stated.</summary>
    internal OneRunGuesses(ScoreSides scores, int seed)
    {
        int members = scores.Members.Count;
        double[] values = [.. scores.Members.Values, .. scores.NonMembers.Values];
        int[] order = [.. Enumerable.Range(0, values.Length)];
        new MersenneTwister(seed).Shuffle(order);
        _membersAbove = new int[values.Length + 1];
        int i = 0;
        foreach (int record in order.OrderByDescending(r => values[r]))
        {
            _membersAbove[i + 1] = _membersAbove[i] + (record < members ? 1 : 0);
            i++;
        }
    }

    internal int Records => _membersAbove.Length - 1;

    internal static IReadOnlyList<GuessCount> Default(int records)
    {
        List<GuessCount> guesses = [];
        for (int k = Math.Max(1, records / 2); k >= Math.Min(Fewest, records); k /= 2)
        {
            guesses.Add(new(k, 0));
            guesses.Add(new(k, Math.Min(k, records - k)));
        }

        return guesses.Count > 0 ? guesses : [new(1, 0)];
    }

    internal int Correct(GuessCount guess)
    {
        int last = Records - guess.NonMembers;
        int membersAtTheBottom = _membersAbove[Records] - _membersAbove[last];
        return _membersAbove[guess.Members] + guess.NonMembers - membersAtTheBottom;
    }
}
