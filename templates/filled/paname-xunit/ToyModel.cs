namespace PrivacyTestsName;

/// <summary>A model that learned nothing by heart, so that the project is green before your own is in it. Delete this file then.</summary>
internal static class ToyModel
{
    private const int PerSide = 5000;

    /// <summary>Scores two features by a rule that no training record had a part in.</summary>
    public static IClassifier Create() => DelegateClassifier.FromRows(OutputKind.Logits, classes: 2, Score);

    public static MembershipData Data() => new(Side(seed: 1), Side(seed: 2));

    private static double[] Score(double[] features) => [0, features[0] - features[1]];

    private static LabelledRecords Side(int seed)
    {
        var random = new Random(seed);
        var features = new double[PerSide * 2];
        var labels = new int[PerSide];
        for (int i = 0; i < PerSide; i++)
        {
            features[2 * i] = random.NextDouble();
            features[(2 * i) + 1] = random.NextDouble();
            labels[i] = features[2 * i] + (0.5 * random.NextDouble()) > features[(2 * i) + 1] + 0.25 ? 1 : 0;
        }

        return new LabelledRecords(Records.FromArray<double>(features, 2), labels);
    }
}
