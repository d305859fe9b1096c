using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.TestSupport;

/// <summary>Signals of a target and of shadow models in the order of a case; attacks see members first, scores come back in the case's order.</summary>
internal sealed class ShadowFixture
{
    private readonly int[] _order;
    private readonly int _members;
    private readonly ShadowObservations _shadows;

    private ShadowFixture(int[] order, int members, ShadowObservations shadows)
    {
        _order = order;
        _members = members;
        _shadows = shadows;
    }

    internal ShadowObservations Shadows => _shadows;

    internal ShadowView View => _shadows.View;

    internal AttackerView AttackerView => new(OutputKind.Losses, 1, Labels: false) { Shadows = View };

    internal MembershipObservations Observations => new(new TargetOutputs(OutputKind.Losses, 1, new double[_order.Length]), null, _members) { Shadows = _shadows };

    /// <summary>From signals and flags, models x records (x views).</summary>
    internal static ShadowFixture Of(
        double[] target, double[] shadows, double[] trainedOn, double[] member, int views = 1, SignalScale scale = SignalScale.ScaledLogit, PopulationSignals? population = null)
    {
        int records = member.Length;
        int models = trainedOn.Length / records;
        int[] order = [.. Enumerable.Range(0, records).OrderByDescending(i => member[i])];
        double[] targetInOrder = [.. order.SelectMany(i => target.Skip(i * views).Take(views))];
        var signals = new double[records * models * views];
        var mask = new bool[models * records];
        for (int i = 0; i < records; i++)
        {
            for (int m = 0; m < models; m++)
            {
                mask[(m * records) + i] = trainedOn[(m * records) + order[i]] != 0;
                for (int v = 0; v < views; v++)
                {
                    signals[(((i * models) + m) * views) + v] = shadows[(((m * records) + order[i]) * views) + v];
                }
            }
        }

        var observations = new ShadowObservations(
            new ShadowSignals(scale, records, 1, views, targetInOrder),
            new ShadowSignals(scale, records, models, views, signals),
            new InclusionMask(models, records, mask)) { Population = population };
        return new ShadowFixture(order, member.Count(m => m != 0), observations);
    }

    internal double[] Score(IMembershipAttack attack, int threads = -1)
        => CaseOrder(attack.Score(Observations, new AttackRun(1) { Threads = threads }).Values.Span);

    internal double[] CaseOrder(ReadOnlySpan<double> scores)
    {
        var inCaseOrder = new double[_order.Length];
        for (int i = 0; i < _order.Length; i++)
        {
            inCaseOrder[_order[i]] = scores[i];
        }

        return inCaseOrder;
    }

    /// <summary>The AUC over the fixture's own members and non-members.</summary>
    internal double Auc(IMembershipAttack attack)
    {
        ReadOnlySpan<double> scores = attack.Score(Observations, new AttackRun(1)).Values.Span;
        return Attacks.Metrics.Auc.Estimate(ScoreSample.Create(scores[.._members], scores[_members..])).Value;
    }

    internal static double Auc(double[] scores, double[] member) => Attacks.Metrics.Auc.Estimate(Sample(scores, member)).Value;

    internal static double Tpr(double[] scores, double[] member, double fpr) => TprAtFpr.Estimate(Sample(scores, member), fpr).Value;

    private static ScoreSample Sample(double[] scores, double[] member)
        => ScoreSample.Create([.. scores.Where((_, i) => member[i] != 0)], [.. scores.Where((_, i) => member[i] == 0)]);
}
