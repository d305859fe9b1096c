using FsCheck;
using FsCheck.Fluent;
using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

public sealed class AucPropertyTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20_240_617, 40_961).WithMaxTest(300);

    private static readonly double[] Limits = [0.02, 0.3, 0.5, 0.55, 0.8, 0.97];

    private static readonly double[] Levels = [1e-12, 1e-4, 0.01, 0.05, 0.2, 0.5];

    [Fact]
    public void Estimate_constant_scores_are_one_half() => ForAll(static (members, nonMembers) =>
        Auc.Estimate(ScoreSample.Create(new double[members.Length], new double[nonMembers.Length])).Value == 0.5);

    [Fact]
    public void Estimate_negated_scores_mirror_value_and_bounds() => ForAll(static (members, nonMembers) =>
    {
        BoundedEstimate a = Auc.Estimate(ScoreSample.Create(members, nonMembers));
        BoundedEstimate b = Auc.Estimate(ScoreSample.Create(Array.ConvertAll(members, static s => -s), Array.ConvertAll(nonMembers, static s => -s)));
        return Close(b.Value, 1 - a.Value) && Close(b.Lower, 1 - a.Upper) && Close(b.Upper, 1 - a.Lower) && Close(b.StandardError, a.StandardError);
    });

    [Fact]
    public void All_metrics_do_not_depend_on_the_order_of_records() => ForAll(static (members, nonMembers) =>
    {
        string[] groups = Array.ConvertAll(members, static s => "g" + (int)Math.Abs(s));
        string[] others = Array.ConvertAll(nonMembers, static s => "g" + ((int)Math.Abs(s) + 2));
        ScoreSample sample = ScoreSample.Create(members, nonMembers, groups, others);
        int[] order = [.. Enumerable.Range(0, members.Length).Reverse()];
        ScoreSample permuted = ScoreSample.Create(
            [.. order.Select(i => members[i])], [.. nonMembers.Reverse()], [.. order.Select(i => groups[i])], [.. others.Reverse()]);
        return Auc.Estimate(sample) == Auc.Estimate(permuted)
            && TprAtFpr.Estimate(sample, 0.1, seed: 7) == TprAtFpr.Estimate(permuted, 0.1, seed: 7)
            && Advantage.Maximal(sample, seed: 7) == Advantage.Maximal(permuted, seed: 7)
            && Advantage.AtThreshold(sample, 1).Value == Advantage.AtThreshold(permuted, 1).Value
            && Auc.Estimate(ScoreSample.Create(members, nonMembers)) == Auc.Estimate(ScoreSample.Create([.. members.Reverse()], [.. nonMembers.Reverse()]));
    });

    [Fact]
    public void Bounds_enclose_the_value_and_widen_as_the_level_falls() => ForAll(static (members, nonMembers) =>
    {
        ScoreSample sample = ScoreSample.Create(members, nonMembers);
        BoundedEstimate previous = new(0, 0, 1, 0);
        foreach (double level in Levels)
        {
            foreach (BoundedEstimate e in new[] { TprAtFpr.Estimate(sample, 0.1, level), Advantage.Maximal(sample, level), Advantage.AtThreshold(sample, 1, level) })
            {
                if (!(e.Lower <= e.Value && e.Value <= e.Upper))
                {
                    return false;
                }
            }

            BoundedEstimate auc = Auc.Estimate(sample, level);
            if (!(auc.Lower <= auc.Value && auc.Value <= auc.Upper && auc.Lower >= previous.Lower - 1e-12 && auc.Upper <= previous.Upper + 1e-12))
            {
                return false;
            }

            previous = auc;
        }

        return true;
    });

    [Fact]
    public void PValueAtLeast_is_at_most_a_level_exactly_when_the_bound_reaches_the_limit() => ForAll(static (members, nonMembers) =>
    {
        ScoreSample sample = ScoreSample.Create(members, nonMembers);
        return Limits.All(limit =>
        {
            double p = Auc.PValueAtLeast(sample, limit);
            return Levels.All(level => (p <= level) == (Auc.Estimate(sample, level).Lower >= limit));
        });
    });

    [Fact]
    public void Create_does_not_touch_its_inputs() => ForAll(static (members, nonMembers) =>
    {
        (double[] m, double[] n) = ([.. members], [.. nonMembers]);
        ScoreSample sample = ScoreSample.Create(m, n);
        _ = (Auc.Estimate(sample), TprAtFpr.Estimate(sample, 0.1), RocCurve.Create(sample));
        return m.SequenceEqual(members) && n.SequenceEqual(nonMembers);
    });

    [Fact]
    public void StandardError_equals_brute_force_over_pairs() => ForAll(static (members, nonMembers) =>
    {
        (double auc, double variance) = BruteForceDeLong.Compute(members, nonMembers);
        BoundedEstimate estimate = Auc.Estimate(ScoreSample.Create(members, nonMembers));
        return Close(auc, estimate.Value) && Close(Math.Sqrt(variance), estimate.StandardError);
    });

    [Fact]
    public void RocCurve_area_equals_the_rank_statistic() => ForAll(static (members, nonMembers) =>
    {
        RocCurve curve = RocCurve.Create(ScoreSample.Create(members, nonMembers));
        double area = curve.Points.Zip(curve.Points.Skip(1), static (a, b) => (b.Fpr - a.Fpr) * (a.Tpr + b.Tpr) / 2).Sum();
        ScoreSample sample = ScoreSample.Create(members, nonMembers);
        return Close(area, curve.Auc) && Levels.All(fpr => curve.TprAt(fpr) == TprAtFpr.Estimate(sample, fpr).Value);
    });

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-11;

    // Whole numbers give ties, halves of random doubles give none; sizes from 2 up.
    private static void ForAll(Func<double[], double[], bool> property)
    {
        Gen<double> score = Gen.OneOf(
            Gen.Choose(-3, 3).Select(static i => (double)i),
            Gen.Choose(-1_000_000, 1_000_000).Select(static i => i / 333_333.0));
        Gen<double[]> side = Gen.Choose(2, 40).SelectMany(size => Gen.ArrayOf(score, size));
        Gen<(double[] Members, double[] NonMembers)> both = side.SelectMany(m => side.Select(n => (m, n)));
        Prop.ForAll(both.ToArbitrary(), pair => property(pair.Members, pair.NonMembers)).Check(Seeded);
    }
}
