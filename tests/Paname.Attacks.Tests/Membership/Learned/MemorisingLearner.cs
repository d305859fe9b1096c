using Paname.Attacks.Learning;

namespace Paname.Attacks.Tests.Membership.Learned;

/// <summary>Knows by heart every row it was fitted on, and says one half of any other.</summary>
internal sealed class MemorisingLearner : IBinaryLearner
{
    public string Name => "memory";

    public IBinaryModel Fit(FeatureTable features, IReadOnlyList<bool> positive, int seed, CancellationToken cancellationToken = default)
    {
        var seen = new Dictionary<string, bool>();
        for (int i = 0; i < features.Rows; i++)
        {
            seen[Key(features, i)] = positive[i];
        }

        return new Model(seen);
    }

    private static string Key(FeatureTable features, int row) => string.Join(' ', features.Row(row).ToArray().Select(BitConverter.DoubleToInt64Bits));

    private sealed class Model(Dictionary<string, bool> seen) : IBinaryModel
    {
        public double[] Predict(FeatureTable features)
            => [.. Enumerable.Range(0, features.Rows).Select(i => seen.TryGetValue(Key(features, i), out bool member) ? member ? 1 : 0 : .5)];
    }
}
