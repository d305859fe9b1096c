using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Membership.Queries;

/// <summary>Attacks that run side by side ask a target one at a time, whichever they are.</summary>
public sealed class TargetGateTests
{
    public static TheoryData<int, int> Pairs => new() { { 0, 0 }, { 0, 1 }, { 1, 1 } };

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Two_attacks_never_meet_at_the_target(int first, int second)
    {
        IMembershipAttack[] attacks = [QueryAttacks.NoiseStability(new NoiseStabilityOptions { Repeats = 2 }), QueryAttacks.GradientNorm()];
        MembershipObservations leaky = ToyAudit.LeakyBumps(3, perSide: 10);
        using var target = new MeetingPlace(leaky.Access!.Target);
        var observations = new MembershipObservations(leaky.Outputs, leaky.Labels, 10) { Access = new QueryAccess(target, leaky.Access.Records) { Gradients = target } };
        await Task.WhenAll(new[] { first, second }.Select(attack => Task.Factory.StartNew(
            () => attacks[attack].Score(observations, new AttackRun(1)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        Assert.Equal((2, false), (target.Visits, target.Met));
    }

    /// <summary>The first to come waits for another. With a gate nobody can come, and the wait ends by itself.</summary>
    private sealed class MeetingPlace(IClassifier target) : IGradientTarget, IDisposable
    {
        private readonly ManualResetEventSlim _second = new();
        private int _inside;
        private int _visits;

        public string Name => target.Name;

        public string? Fingerprint => null;

        public OutputKind OutputKind => target.OutputKind;

        public int Classes => target.Classes;

        public IReadOnlyList<string> ParameterNames => [];

        public int? InputWidth => null;

        internal int Visits => _visits;

        internal bool Met { get; private set; }

        public void Score(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken)
        {
            Visit();
            outputs.Clear();
            Interlocked.Decrement(ref _inside);
        }

        public void GradientNorms(RecordBatch batch, ReadOnlySpan<int> labels, GradientScope scope, Span<double> norms, CancellationToken cancellationToken)
        {
            Visit();
            norms.Clear();
            Interlocked.Decrement(ref _inside);
        }

        public void InputGradients(
            RecordBatch batch, GradientObjective objective, ReadOnlySpan<int> classes, Span<double> objectives, Span<float> gradients, CancellationToken cancellationToken) => throw new NotSupportedException();

        public BatchGradients ParameterGradients(RecordBatch batch, ReadOnlySpan<int> labels, CancellationToken cancellationToken) => throw new NotSupportedException();

        public void Dispose() => _second.Dispose();

        private void Visit()
        {
            Interlocked.Increment(ref _visits);
            if (Interlocked.Increment(ref _inside) > 1)
            {
                Met = true;
                _second.Set();
            }
            else if (_visits == 1)
            {
                _second.Wait(TimeSpan.FromSeconds(1));
            }
        }
    }
}
