using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Testing.Tests.Support;

/// <summary>A sound split and a model that knows its members by heart: the records of both sides are alike, the model's answers are not.</summary>
internal static class Memorised
{
    /// <summary>Two sides of one distribution of features; the label is the sign of the feature.</summary>
    internal static MembershipData Data(int perSide, int seed = 11, double shift = 0)
    {
        var random = new MersenneTwister(seed);
        double[] Side(double mean) => [.. Enumerable.Range(0, perSide).Select(_ => Normal.Sample(random, mean, 1))];
        double[] members = Side(shift);
        double[] others = Side(0);
        return MembershipData.FromArrays<double>(members, Labels(members), others, Labels(others), [1]);
    }

    /// <summary>Is right, with a noise of its own on each record, and surer of the records it was trained on.</summary>
    internal static IClassifier Model(MembershipData data, double leak)
    {
        HashSet<double> known = [.. Synthetic.Margins(data)];
        return new DelegateClassifier(
            OutputKind.Logits,
            2,
            (batch, outputs) =>
            {
                ReadOnlySpan<double> features = batch.Values((RecordField<double>)batch.Records.Fields[0]).Span;
                for (int i = 0; i < batch.Count; i++)
                {
                    var noise = new MersenneTwister(BitConverter.DoubleToInt64Bits(features[i]).GetHashCode());
                    double margin = Normal.Sample(noise, 1.5 + (known.Contains(features[i]) ? leak : 0), 1);
                    outputs[2 * i] = features[i] > 0 ? 0 : margin;
                    outputs[(2 * i) + 1] = features[i] > 0 ? margin : 0;
                }
            },
            "memorised");
    }

    private static int[] Labels(double[] features) => [.. features.Select(feature => feature > 0 ? 1 : 0)];
}
