using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Shadows.Reuse;

public sealed class ShadowReuseTests
{
    // Models x records; 0 and 2 are complements, 1 and 3 are.
    private static readonly bool[] Mask =
    [
        false, true, false, true, true,
        true, true, false, false, true,
        true, false, true, false, false,
        false, false, true, true, false,
    ];

    [Fact]
    public void Target_has_its_members_first_and_neither_itself_nor_its_complement_among_the_others()
    {
        ReusedTarget[] targets = [.. ShadowReuse.Targets(Numbered())];
        Assert.Equal([0, 1, 2, 3], targets.Select(t => t.Model));
        Assert.Equal([2, 3, 0, 1], targets.Select(t => t.Complement));
        ReusedTarget first = targets[0];
        Assert.Equal(3, first.Members);
        Assert.Equal([1, 3, 4, 0, 2], first.Records);
        Assert.Equal([10, 30, 40, 0, 20], first.Observations.Target.Values.ToArray());
        Assert.Equal([11, 13, 31, 33, 41, 43, 1, 3, 21, 23], first.Observations.Shadows.Values.ToArray());
        Assert.Equal([true, false, true, true, false], first.Observations.Inclusion.Of(0).ToArray());
        Assert.Equal([false, true, false, false, true], first.Observations.Inclusion.Of(1).ToArray());
        Assert.True(first.Observations.View.Balanced);
    }

    [Fact]
    public void Every_view_of_a_record_moves_with_it()
    {
        double[] signals = [.. Enumerable.Range(0, 5 * 4 * 2).Select(i => (double)i)];
        ShadowObservations shadows = new(
            new ShadowSignals(SignalScale.Score, 5, 1, 2, new double[10]),
            new ShadowSignals(SignalScale.Score, 5, 4, 2, signals),
            new InclusionMask(4, 5, Mask));
        ReusedTarget target = ShadowReuse.Targets(shadows).First();
        Assert.Equal([8, 9, 24, 25], target.Observations.Target.Values.Span[..4].ToArray());
        Assert.Equal([10, 11, 14, 15], target.Observations.Shadows.Row(0).ToArray());
    }

    [Fact]
    public void Labels_groups_and_outputs_move_with_their_record()
    {
        ShadowObservations shadows = Numbered(outputs: true);
        MembershipObservations observed = ShadowReuse.Targets(shadows).First().Observe([0, 1, 0, 1, 0], ["a", "b", "c", "d", "e"]);
        Assert.Equal([1, 1, 0, 0, 0], observed.Labels!);
        Assert.Equal(["b", "d", "e", "a", "c"], observed.Groups!);
        Assert.Equal(3, observed.Members);
        Assert.Equal([-10, 10], observed.Outputs.Row(0).ToArray());
        Assert.Equal([-13, 13], observed.Shadows!.Outputs![1].Row(0).ToArray());
    }

    [Fact]
    public void Known_signals_give_the_loss_where_outputs_are_not_known()
    {
        TargetOutputs outputs = ShadowReuse.Targets(Numbered()).First().Outputs;
        Assert.Equal(OutputKind.Losses, outputs.Kind);
        Assert.Equal(Math.Log(2), outputs.Values.Span[3], 1e-15);
        Assert.Equal(Math.Log(1 + Math.Exp(-10)), outputs.Values.Span[0], 1e-15);
    }

    [Fact]
    public void Residuals_stay_residuals()
    {
        ShadowObservations shadows = new(
            new ShadowSignals(SignalScale.Residual, 5, 1, 1, new double[5]),
            new ShadowSignals(SignalScale.Residual, 5, 4, 1, Enumerable.Range(0, 20).Select(i => 7.0 - i).ToArray()),
            new InclusionMask(4, 5, Mask));
        TargetOutputs outputs = ShadowReuse.Targets(shadows).First().Outputs;
        Assert.Equal(OutputKind.Residuals, outputs.Kind);
        Assert.Equal([3, -5, -9, 7, -1], outputs.Values.ToArray());
    }

    [Fact]
    public void Population_records_the_target_was_trained_on_are_left_out()
    {
        ShadowSignals signals = new(SignalScale.ScaledLogit, 3, 4, 1, new double[] { 0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23 });
        bool[] trained = [true, false, false, false, false, false, false, false, true, false, false, false];
        ShadowObservations shadows = Numbered(population: new PopulationSignals(new(SignalScale.ScaledLogit, 3, 1, 1, new double[3]), signals, new InclusionMask(4, 3, trained)));
        ReusedTarget[] targets = [.. ShadowReuse.Targets(shadows)];
        Assert.Equal([1, 2], targets[0].PopulationRecords!);
        Assert.Equal([10, 20], targets[0].Observations.Population!.Target.Values.ToArray());
        Assert.Equal([11, 13, 21, 23], targets[0].Observations.Population!.Shadows.Values.ToArray());
        Assert.Equal([0, 1, 2], targets[1].PopulationRecords!);
        Assert.True(targets[1].Observations.Population!.Inclusion![0, 0]);
    }

    [Fact]
    public void Inputs_are_left_as_they_are()
    {
        ShadowObservations shadows = Numbered();
        double[] before = shadows.Shadows.Values.ToArray();
        Assert.Equal(4, ShadowReuse.Targets(shadows).Count());
        Assert.Equal(before, shadows.Shadows.Values.ToArray());
    }

    [Fact]
    public void Pairs_with_one_mask_are_matched_one_to_one()
    {
        bool[] twice = [.. Mask.AsSpan(0, 5), .. Mask.AsSpan(0, 5), .. Mask.AsSpan(10, 5), .. Mask.AsSpan(10, 5)];
        Assert.Equal([2, 3, 0, 1], ShadowReuse.Targets(Numbered(twice)).Select(t => t.Complement));
    }

    [Fact]
    public void Models_without_complement_are_refused_with_the_reason()
    {
        bool[] ragged = [.. Mask];
        ragged[5] = false;
        string? reason = ShadowReuse.Unavailable(new InclusionMask(4, 5, ragged));
        Assert.StartsWith("needs shadow models in complementary pairs, and 2 of 4 (the first: model 2)", reason, StringComparison.Ordinal);
        Assert.Contains(reason!, Assert.Throws<PanameDataException>(() => ShadowReuse.Targets(Numbered(ragged))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_pair_and_a_model_without_members_are_refused()
    {
        Assert.StartsWith("needs 4 shadow models", ShadowReuse.Unavailable(new InclusionMask(2, 2, [true, false, false, true])), StringComparison.Ordinal);
        bool[] empty = [true, true, false, false, true, false, false, true];
        Assert.StartsWith("needs members and non-members for each model; model 2", ShadowReuse.Unavailable(new InclusionMask(4, 2, empty)), StringComparison.Ordinal);
        Assert.Null(ShadowReuse.Unavailable(new InclusionMask(4, 5, Mask)));
    }

    [Fact]
    public void Spread_without_shadow_models_or_for_an_attack_that_cannot_run_is_refused()
    {
        MembershipObservations bare = new(new(OutputKind.Losses, 1, new double[5]), null, 2);
        Assert.Throws<PanameDataException>(() => ShadowReuse.Spread(new PlainLikelihoodRatio(), bare, LeakMetric.Auc, new AttackRun(1)));
        MembershipObservations audit = new(new(OutputKind.Losses, 1, new double[5]), null, 2) { Shadows = Numbered() };
        string message = Assert.Throws<PanameDataException>(() => ShadowReuse.Spread(MembershipAttacks.Entropy, audit, LeakMetric.Auc, new AttackRun(1))).Message;
        Assert.Contains("Entropy cannot run", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Spread_of_an_attack_on_outputs_alone_knows_its_targets_as_independent()
    {
        MembershipObservations audit = new(new(OutputKind.Losses, 1, new double[5]), null, 2) { Shadows = Numbered() };
        ModelSpread spread = ShadowReuse.Spread(MembershipAttacks.Loss, audit, LeakMetric.Auc, new AttackRun(1));
        Assert.False(spread.SharedModels);
        Assert.Equal([5.0 / 6, 1.0 / 3, 1.0 / 6, 2.0 / 3], spread.Values, static (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Null(spread.UpperBound());
        Assert.True(ShadowReuse.Spread(new PlainLikelihoodRatio(), audit, LeakMetric.TprAt(0.1), new AttackRun(1)).SharedModels);
    }

    [Fact]
    public void Spread_is_the_same_on_one_thread_and_on_two_and_reports_its_progress()
    {
        ShadowObservations shadows = GaussianShadows.Draw(new Random(1), 12, new double[100], [.. Enumerable.Range(0, 100).Select(i => i % 3.0)]);
        MembershipObservations audit = new(new(OutputKind.Losses, 1, new double[100]), null, 2) { Shadows = shadows };
        List<double> shares = [];
        ModelSpread one = ShadowReuse.Spread(ShadowAttacks.Lira(), audit, LeakMetric.Auc, new AttackRun(1) { Threads = 1, Progress = new Shares(shares) });
        ModelSpread two = ShadowReuse.Spread(ShadowAttacks.Lira(), audit, LeakMetric.Auc, new AttackRun(1) { Threads = 2 });
        Assert.Equal(one.Values, two.Values);
        Assert.Equal(Enumerable.Range(1, 12).Select(i => i / 12.0), shares);
        Assert.True(one.Mean > 0.6);
    }

    [Fact]
    public void Spread_can_be_stopped()
    {
        MembershipObservations audit = new(new(OutputKind.Losses, 1, new double[5]), null, 2) { Shadows = Numbered() };
        AttackRun stopped = new(1) { CancellationToken = new CancellationToken(canceled: true) };
        Assert.Throws<OperationCanceledException>(() => ShadowReuse.Spread(new PlainLikelihoodRatio(), audit, LeakMetric.Auc, stopped));
    }

    [Fact]
    public void Worked_example_of_mean_deviation_and_bound()
    {
        ModelSpread plain = new("a", LeakMetric.Auc, [0.5, 0.52, 0.54, 0.56, 0.58], sharedModels: false);
        Assert.Equal(0.54, plain.Mean, 1e-12);
        Assert.Equal(0.0316227766, plain.StandardDeviation, 1e-9);
        Assert.Equal(0.0141421356, plain.StandardError, 1e-9);
        Assert.Equal((0.5, 0.58), (plain.Minimum, plain.Maximum));
        Assert.Equal(0.54 + (2.131846786 * 0.0141421356), plain.UpperBound()!.Value, 1e-9);
        ModelSpread shared = new("a", LeakMetric.Auc, [0.5, 0.52, 0.54, 0.56, 0.58], sharedModels: true);
        Assert.Equal(0.0141421356 * Math.Sqrt(2), shared.StandardError, 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => plain.UpperBound(0.6));
        Assert.Equal(1, new ModelSpread("a", LeakMetric.Auc, [0.8, 1, 1, 1, 1], sharedModels: false).UpperBound());
    }

    private sealed class Shares(List<double> told) : IProgress<double>
    {
        public void Report(double value) => told.Add(value);
    }

    // The signal of record r and model m is 10 r + m.
    private static ShadowObservations Numbered(bool[]? mask = null, bool outputs = false, PopulationSignals? population = null)
    {
        double[] signals = [.. from r in Enumerable.Range(0, 5) from m in Enumerable.Range(0, 4) select (10.0 * r) + m];
        TargetOutputs[] all = [.. Enumerable.Range(0, 4).Select(m => new TargetOutputs(
            OutputKind.Logits, 2, Enumerable.Range(0, 5).SelectMany(r => new[] { -(10.0 * r) - m, (10.0 * r) + m }).ToArray()))];
        return new ShadowObservations(
            new ShadowSignals(SignalScale.ScaledLogit, 5, 1, 1, new double[5]),
            new ShadowSignals(SignalScale.ScaledLogit, 5, 4, 1, signals),
            new InclusionMask(4, 5, mask ?? Mask))
        {
            Outputs = outputs ? all : null,
            Population = population,
        };
    }
}
