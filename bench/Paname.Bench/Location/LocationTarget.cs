using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Bench.Location;

/// <summary>One model in the place of the target, attacked with some of the others.</summary>
internal sealed class LocationTarget
{
    private readonly LocationModels _models;
    private readonly int[] _records;
    private readonly int _members;
    private readonly int _target;

    /// <param name="models">All models.</param>
    /// <param name="target">The target. Its complement must not be among the shadow models.</param>
    internal LocationTarget(LocationModels models, int target)
    {
        _models = models;
        _target = target;
        int[] all = [.. Enumerable.Range(0, models.Labels.Count)];
        _records = [.. all.OrderBy(record => models.Inclusion[target, record] ? 0 : 1)];
        _members = all.Count(record => models.Inclusion[target, record]);
    }

    /// <summary>What an attack finds; <see langword="null"/> where it does not apply.</summary>
    internal LocationScore? Attack(IMembershipAttack attack, ReadOnlySpan<int> shadows)
    {
        var observations = new MembershipObservations(Outputs(), [.. _records.Select(record => _models.Labels[record])], _members) { Shadows = Shadows(shadows) };
        if (attack.NotApplicable(observations.View) is not null)
        {
            return null;
        }

        double[] scores = attack.Score(observations, AttackRun.Of(1, attack.Name)).Values.ToArray();
        RocCurve roc = RocCurve.Create(ScoreSample.Create(scores.AsSpan(0, _members), scores.AsSpan(_members)));
        return new LocationScore(roc.Auc, roc.TprAt(.01), roc.TprAt(.001));
    }

    private TargetOutputs Outputs()
        => new(OutputKind.Logits, LocationData.Classes, _records.SelectMany(record => _models.Outputs[_target].Row(record).ToArray()).ToArray());

    private ShadowObservations Shadows(ReadOnlySpan<int> shadows)
    {
        var values = new double[_records.Length * shadows.Length];
        for (int record = 0; record < _records.Length; record++)
        {
            for (int shadow = 0; shadow < shadows.Length; shadow++)
            {
                values[(record * shadows.Length) + shadow] = _models.Signals[shadows[shadow]][_records[record]];
            }
        }

        double[] target = [.. _records.Select(record => _models.Signals[_target][record])];
        return new ShadowObservations(
            new ShadowSignals(SignalScale.ScaledLogit, _records.Length, 1, 1, target),
            new ShadowSignals(SignalScale.ScaledLogit, _records.Length, shadows.Length, 1, values),
            _models.Inclusion.Select(shadows, _records));
    }
}
