using MathNet.Numerics.Random;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>Observations of an audit in which some records are canaries: learned by heart by every model that was trained on them, a riddle to every other.</summary>
internal static class LeakyTwin
{
    internal static MembershipObservations Of(MembershipObservations source, IReadOnlyList<int>? judged, double share, int seed)
    {
        // One number further than the null control, so that canaries and fake flags are drawn apart.
        var seeds = new MersenneTwister(seed, threadSafe: false);
        _ = seeds.Next();
        var random = new MersenneTwister(seeds.Next(), threadSafe: false);
        bool[] canaries = Canaries.Draw(source, judged, share, random);
        var answers = CanaryAnswers.For(source.Outputs, source.LabelSpan);
        return new MembershipObservations(
            Planted(source.Outputs, source.LabelSpan, canaries, record => record < source.Members, answers, random), source.Labels, source.Members, source.Groups)
        {
            Shadows = source.Shadows is { } shadows ? Planted(shadows, source, canaries, random) : null,
            Access = source.Access is { } access ? new QueryAccess(new SilentTarget(access.Target), access.Records) : null,
        };
    }

    private static TargetOutputs Planted(
        TargetOutputs source, ReadOnlySpan<int> labels, bool[] canaries, Func<int, bool> trainedOn, CanaryAnswers answers, Random random)
    {
        double[] values = source.Values.ToArray();
        for (int i = 0; i < canaries.Length; i++)
        {
            if (canaries[i])
            {
                answers.Write(values.AsSpan(i * source.Width, source.Width), labels.IsEmpty ? null : labels[i], trainedOn(i), random);
            }
        }

        return new TargetOutputs(source.Kind, source.Classes, values);
    }

    private static ShadowObservations Planted(ShadowObservations source, MembershipObservations audit, bool[] canaries, Random random)
    {
        var signals = CanarySignals.For(source);
        return new ShadowObservations(
            signals.Plant(source.Target, canaries, (record, _) => record < audit.Members, random),
            signals.Plant(source.Shadows, canaries, (record, model) => source.Inclusion[model, record], random),
            source.Inclusion)
        {
            Outputs = source.Outputs is { } outputs
                ? [.. outputs.Select((model, m) => Planted(model, audit.LabelSpan, canaries, record => source.Inclusion[m, record], CanaryAnswers.For(audit.Outputs, audit.LabelSpan), random))]
                : null,
            Population = source.Population,
        };
    }
}
