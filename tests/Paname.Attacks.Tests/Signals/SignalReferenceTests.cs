using Paname.Attacks.Signals;
using Paname.Attacks.Targets;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Signals;

/// <summary>The case "signals": 120 records of 7 classes, from peers' code. Tolerance of the case: relative 1e-10, absolute 1e-12.</summary>
public sealed class SignalReferenceTests
{
    private readonly ReferenceCase _case = new("signals");

    private int[] Labels => [.. _case.Array("labels").Select(label => (int)label)];

    private TargetOutputs Logits => new(OutputKind.Logits, 7, _case.Array("logits"));

    private TargetOutputs Probabilities => new(OutputKind.Probabilities, 7, _case.Array("softmax"));

    [Fact]
    public void Confidence_agrees() => Same(_case.Array("conf_with_prob"), Compute(Signal.Confidence, Logits));

    [Fact]
    public void Scaled_logit_agrees_where_the_peer_does_not_cap_it()
    {
        // The peer adds 1e-45 to both probabilities, which moves log-odds beyond 80 and caps them at 103.6; from logits ours are exact.
        double[] peer = _case.Array("logit");
        double[] own = Compute(Signal.ScaledLogit, Logits);
        int[] far = [.. Enumerable.Range(0, peer.Length).Where(i => Math.Abs(own[i]) > 80)];
        Assert.Equal([2, 4], far);
        Same([.. peer.Where((_, i) => !far.Contains(i))], [.. own.Where((_, i) => !far.Contains(i))]);
        Assert.All(far, i => Assert.Equal(peer[i], own[i], .004));
    }

    [Fact]
    public void Hinge_agrees() => Same(_case.Array("hinge"), Compute(Signal.Hinge, Logits));

    [Fact]
    public void Entropy_agrees() => Same(_case.Array("prediction_entropy"), Compute(Signal.Entropy, Logits));

    [Fact]
    public void Modified_entropy_agrees_where_the_peer_does_not_round_a_probability_to_1()
    {
        // Record 1: the peer's largest probability rounds to 1, so its 1 - p is a floor. The exact value was worked out with 80 digits.
        double[] own = Compute(Signal.ModifiedEntropy, Logits);
        double[] peer = _case.Array("song_mittal_modified_entropy");
        Assert.Equal(107.82402065215966, own[1], 1e-10);
        peer[1] = own[1];
        Same(peer, own);
    }

    [Fact]
    public void Loss_agrees_where_the_peer_does_not_cap_it()
    {
        // The peer floors p_y at 1e-8, so its loss is at most 18.42; ours has no cap.
        double[] peer = _case.Array("xe");
        double[] own = Compute(Signal.Loss, Logits);
        Same(peer, [.. own.Select(loss => Math.Min(loss, -Math.Log(1e-8)))]);
    }

    [Fact]
    public void Log_odds_of_probabilities_agree_within_the_peers_clipping()
    {
        // SACRO-ML clips p_y to [1e-16, 1 - 1.1e-16] before taking 1 - p_y, which cancels: near p_y = 1 its values are worth few digits.
        double[] peer = _case.Array("sacro_logit_of_true");
        double[] own = Compute(Signal.ScaledLogit, Probabilities);
        int[] clear = [.. Enumerable.Range(0, peer.Length).Where(i => Math.Abs(own[i]) < 12)];
        Assert.True(clear.Length > 60);
        Assert.All(clear, i => Assert.Equal(peer[i], own[i], 1e-9));
    }

    [Fact]
    public void Hinge_of_log_odds_agrees_within_the_peers_clipping()
    {
        double[] peer = _case.Array("sacro_qmia_hinge");
        double[] own = Compute(Signal.Hinge, Probabilities);
        int[] clear = [.. Enumerable.Range(0, peer.Length).Where(i => Math.Abs(own[i]) < 12)];
        Assert.True(clear.Length > 60);
        Assert.All(clear, i => Assert.Equal(peer[i], own[i], 1e-9));
    }

    [Fact]
    public void Logits_and_their_probabilities_agree()
    {
        foreach (ISignal signal in new[] { Signal.Loss, Signal.Confidence, Signal.ScaledLogit, Signal.Entropy, Signal.ModifiedEntropy, Signal.Correctness })
        {
            double[] fromLogits = Compute(signal, Logits);
            double[] fromProbabilities = Compute(signal, Probabilities);
            // Records 2 and 4 lie beyond what probabilities floored at 1e-45 resolve; record 1 has a probability that rounds to 1.
            Assert.All(fromLogits.Zip(fromProbabilities).Where((_, i) => i is not (1 or 2 or 4)), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * Math.Max(1, Math.Abs(pair.First))));
        }
    }

    private static void Same(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= 1e-12 + (1e-10 * Math.Abs(expected[i])),
                FormattableString.Invariant($"record {i}: {expected[i]:R} against {actual[i]:R}"));
        }
    }

    private double[] Compute(ISignal signal, TargetOutputs outputs)
    {
        var values = new double[outputs.Count];
        signal.Compute(outputs, Labels, values);
        return values;
    }
}
