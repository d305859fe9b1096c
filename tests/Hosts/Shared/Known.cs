using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Hosts;

/// <summary>Records of two like sides, a model that knows its members by heart, and shadow models that know theirs.</summary>
internal static class Known
{
    private const int Shadows = 8;

    /// <summary>Features are normal; those of the members around the shift.</summary>
    internal static MembershipData Data(double shift = 0)
    {
        const int PerSide = 1000;
        var random = new MersenneTwister(17);
        double[] Side(double mean) => [.. Enumerable.Range(0, PerSide).Select(_ => Normal.Sample(random, mean, 1))];
        int[] labels = [.. Enumerable.Range(0, PerSide).Select(i => i % 2)];
        return MembershipData.FromArrays<double>(Side(shift), labels, Side(0), labels, [1]);
    }

    /// <summary>Its margin to the true class depends on the record, and is larger by the leak for members.</summary>
    internal static IClassifier Model(MembershipData data, double leak)
    {
        HashSet<double> members = [.. ((RecordField<double>)data.Members.Records.Fields[0]).Values.ToArray()];
        return new DelegateClassifier(
            OutputKind.Logits,
            2,
            (batch, outputs) =>
            {
                ReadOnlySpan<double> features = batch.Values((RecordField<double>)batch.Records.Fields[0]).Span;
                for (int i = 0; i < batch.Count; i++)
                {
                    int label = (batch.Start + i) % 2;
                    outputs[(2 * i) + label] = Difficulty(features[i]) + (members.Contains(features[i]) ? leak : 0);
                    outputs[(2 * i) + 1 - label] = 0;
                }
            },
            "known");
    }

    /// <summary>Signals of models trained on alternating halves, in complementary pairs.</summary>
    internal static IShadowSource ShadowsOf(MembershipData data, double leak) => new Source(data, leak);

    private static double Difficulty(double feature) => 1.5 + Normal.Sample(new MersenneTwister(feature.GetHashCode()), 0, 1);

    private sealed class Source(MembershipData data, double leak) : IShadowSource
    {
        public string Description => "8 shadow models made in memory";

        public string? Fingerprint => null;

        public ShadowObservations Observe(ShadowRequest request)
        {
            double[] features = [.. Features(data.Members), .. Features(data.NonMembers)];
            var random = new MersenneTwister(request.Seed);
            var inside = new bool[Shadows * features.Length];
            var signals = new double[features.Length * Shadows];
            for (int record = 0; record < features.Length; record++)
            {
                for (int model = 0; model < Shadows; model++)
                {
                    bool trained = ((record >> (model / 2)) + model) % 2 == 0;
                    inside[(model * features.Length) + record] = trained;
                    signals[(record * Shadows) + model] = Difficulty(features[record]) + (trained ? leak : 0) + Normal.Sample(random, 0, .2);
                }
            }

            double[] target = [.. Enumerable.Range(0, features.Length).Select(record => request.Outputs.Row(record)[request.Labels[record]] - request.Outputs.Row(record)[1 - request.Labels[record]])];
            return new ShadowObservations(
                new ShadowSignals(SignalScale.ScaledLogit, features.Length, 1, 1, target),
                new ShadowSignals(SignalScale.ScaledLogit, features.Length, Shadows, 1, signals),
                new InclusionMask(Shadows, features.Length, inside));
        }

        private static double[] Features(LabelledRecords records) => ((RecordField<double>)records.Records.Fields[0]).Values.ToArray();
    }
}
