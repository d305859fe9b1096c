using FsCheck;
using FsCheck.Fluent;

namespace Paname.Testing.Tests.Baselines.Comparing;

public sealed class ComparisonPropertyTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20_260_301, 40_961).WithMaxTest(300);

    /// <summary>Two metrics on either side between .3 and .7, and a standard error from .001 to .03.</summary>
    private static readonly Arbitrary<(double A, double B, double C, double D, double Error)> Cases =
        (from a in Share(300, 700)
         from b in Share(300, 700)
         from c in Share(-80, 80)
         from d in Share(-80, 80)
         from error in Share(1, 30)
         select (a, b, a + c, b + d, error)).ToArbitrary();

    [Fact]
    public void Swapping_new_and_old_mirrors_worse_and_better()
    {
        int worse = 0;
        Check.One(Seeded, Prop.ForAll(Cases, sample =>
        {
            BaselineComparison there = Compare(sample.A, sample.C, sample.Error);
            BaselineComparison back = Compare(sample.C, sample.A, sample.Error);
            worse += there.Outcome == BaselineOutcome.Worse ? 1 : 0;
            return back.Outcome == Mirrored(there.Outcome) && Near(there.Metrics[0].PValue, back.Metrics[0].BetterPValue) && Near(there.Metrics[0].Difference, -back.Metrics[0].Difference);
        }));
        Assert.InRange(worse, 30, 270);
    }

    [Fact]
    public void A_constant_added_to_both_changes_nothing() => Check.One(Seeded, Prop.ForAll(Cases, sample =>
    {
        BaselineMetricComparison plain = Compare(sample.A, sample.C, sample.Error).Metrics[0];
        BaselineMetricComparison shifted = Compare(sample.A + .125, sample.C + .125, sample.Error).Metrics[0];
        return plain.Outcome == shifted.Outcome && Near(plain.PValue, shifted.PValue) && Near(plain.Difference, shifted.Difference) && Near(plain.StandardError, shifted.StandardError);
    }));

    [Fact]
    public void The_order_of_retrainings_does_not_matter() => Check.One(Seeded, Prop.ForAll(Cases, sample =>
    {
        double[] values = [sample.A, sample.B, sample.C, sample.D, sample.A + .01, sample.B - .01];
        foreach (int k in new[] { 3, 6 })
        {
            Baseline one = Runs.First(Runs.Run("old", values[0])).Retrained(Runs.Auc, values[..k]);
            Baseline other = Runs.First(Runs.Run("old", values[0])).Retrained(Runs.Auc, [.. values[..k].Reverse()]);
            BaselineMetricComparison a = BaselineComparison.Of(one, Runs.Run("new", .55)).Metrics[0];
            BaselineMetricComparison b = BaselineComparison.Of(other, Runs.Run("new", .55)).Metrics[0];
            if (!Near(a.PValue, b.PValue) || a.Outcome != b.Outcome)
            {
                return false;
            }
        }

        return true;
    }));

    [Fact]
    public void A_larger_error_never_makes_a_worsening() => Check.One(Seeded, Prop.ForAll(Cases, sample =>
        Compare(sample.A, sample.C, sample.Error).Outcome == BaselineOutcome.Worse || Compare(sample.A, sample.C, sample.Error * 1.5).Outcome != BaselineOutcome.Worse));

    [Fact]
    public void A_metric_more_never_makes_the_others_worse() => Check.One(Seeded, Prop.ForAll(Cases, sample =>
    {
        BaselineComparison together = BaselineComparison.Of(Runs.First(Runs.Of("old", ("A auc", sample.A), ("B auc", sample.B))), Runs.Of("new", ("A auc", sample.C), ("B auc", sample.D)));
        double alone = BaselineComparison.Of(Runs.First(Runs.Of("old", ("A auc", sample.A))), Runs.Of("new", ("A auc", sample.C))).Metrics[0].PValue!.Value;
        return together.Metrics.Single(metric => metric.Name == "A auc").PValue >= alone - 1e-12;
    }));

    private static Gen<double> Share(int low, int high) => Gen.Choose(low, high).Select(thousandths => thousandths / 1000.0);

    private static BaselineComparison Compare(double old, double now, double error)
    {
        Baseline verified = Runs.First(Runs.Of("old", ("Loss auc", old)).WithEach(metric => metric with { StandardError = error }));
        Baseline received = Runs.Of("new", ("Loss auc", now)).WithEach(metric => metric with { StandardError = error });
        return BaselineComparison.Of(verified with { Margin = .5 }, received with { Margin = .5 });
    }

    private static BaselineOutcome Mirrored(BaselineOutcome outcome) => outcome switch
    {
        BaselineOutcome.Worse => BaselineOutcome.Better,
        BaselineOutcome.Better => BaselineOutcome.Worse,
        _ => outcome,
    };

    private static bool Near(double? a, double? b) => Math.Abs(a!.Value - b!.Value) < 1e-9;
}
