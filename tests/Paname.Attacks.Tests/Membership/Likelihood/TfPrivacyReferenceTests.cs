using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Membership.Likelihood;

/// <summary>LiRA and calibration against TF Privacy's advanced_mia, where some records have models of one kind only.</summary>
public sealed class TfPrivacyReferenceTests
{
    private readonly ReferenceCase _reference = new("lira_tfp_advanced");

    [Theory]
    [InlineData("both")]
    [InlineData("in")]
    [InlineData("out")]
    public void Arithmetic_of_every_row_is_reproduced(string option)
    {
        double[] target = _reference.Array("target_signals");
        double[] member = _reference.Array("target_member");
        SideLists lists = SideLists.Of(_reference.Array("shadow_signals"), _reference.Array("shadow_keep"), target.Length);
        foreach ((string name, Func<double[], double> centre) in new (string, Func<double[], double>)[] { ("median", SideLists.Median), ("mean", static list => list.Average()) })
        {
            Check($"lira_{option}_{name}_pervar", PeerLira.TfPrivacy(target, lists, option, centre, fixedVariance: false), -1);
            Check($"lira_{option}_{name}_fixvar", PeerLira.TfPrivacy(target, lists, option, centre, fixedVariance: true), -1);
            Check($"offset_{option}_{name}", PeerLira.TfOffset(target, lists, option, centre), 1);
        }

        void Check(string row, double[] scores, int sign)
        {
            Numbers.Close(_reference.Array(row), scores);
            Assert.Equal(_reference.Number(row, "auc"), ShadowFixture.Auc([.. scores.Select(s => sign * s)], member), 1e-9);
        }
    }

    [Fact]
    public void Small_case_with_an_empty_list()
    {
        // target [1, 0, 0, 0], in [-1, 1] | [0, 2] | [0, 20] | none, out = -in.
        double[][] inside = [[-1, 1], [0, 2], [0, 20], []];
        var lists = new SideLists(inside, [.. inside.Select(Numbers.Negated)]);
        double[] target = [1, 0, 0, 0];
        Numbers.Close([1.41893853, 1.41893853, 3.72152363, 2.72537178], PeerLira.TfPrivacy(target, lists, "in", Enumerable.Average, false), 1e-8);
        Numbers.Close([0, 0, 0, 0], PeerLira.TfPrivacy([0, 0, 0, 0], lists, "both", Enumerable.Average, false), 1e-8);
        Numbers.Close([2.69682468, 2.69682468, 4.15270703, 2.87983121], PeerLira.TfPrivacy(target, lists, "in", Enumerable.Average, true), 1e-8);
    }

    [Fact]
    public void Small_case_with_two_views()
    {
        // in [[-1, 0], [1, 20]]: the mean of 1.4189 and 3.7215.
        var first = new SideLists([[-1, 1]], [[1, -1]]);
        var second = new SideLists([[0, 20]], [[0, -20]]);
        double mean = (PeerLira.TfPrivacy([1], first, "in", Enumerable.Average, false)[0] + PeerLira.TfPrivacy([0], second, "in", Enumerable.Average, false)[0]) / 2;
        Assert.Equal(2.57023108, mean, 8);
    }

    [Theory]
    [InlineData(ShadowCentre.Median, LiraVariance.PerRecord, .9087708398053225)]
    [InlineData(ShadowCentre.Median, LiraVariance.Pooled, .8905457181319251)]
    [InlineData(ShadowCentre.Mean, LiraVariance.PerRecord, .9158123640882262)]
    [InlineData(ShadowCentre.Mean, LiraVariance.Pooled, .8993476234855545)]
    public void Own_figure_on_the_records_with_models_of_both_kinds(ShadowCentre centre, LiraVariance variance, double own)
    {
        // The peer invents a Gaussian for the two records without one; Paname asks for models.
        ShadowFixture fixture = Fixture(both: true);
        double[] scores = fixture.Score(ShadowAttacks.Lira(new() { Form = ShadowForm.Online, Centre = centre, Variance = variance }));
        Assert.Equal(own, ShadowFixture.Auc(scores, Kept(_reference.Array("target_member"))), 1e-9);
    }

    [Theory]
    [InlineData(CalibrationReferences.Both, ShadowCentre.Median)]
    [InlineData(CalibrationReferences.Both, ShadowCentre.Mean)]
    [InlineData(CalibrationReferences.In, ShadowCentre.Median)]
    [InlineData(CalibrationReferences.In, ShadowCentre.Mean)]
    [InlineData(CalibrationReferences.Out, ShadowCentre.Median)]
    [InlineData(CalibrationReferences.Out, ShadowCentre.Mean)]
    public void Calibration_is_the_peers_wherever_there_are_models(CalibrationReferences references, ShadowCentre centre)
    {
        double[] scores = Fixture(both: true).Score(ShadowAttacks.CalibratedLoss(new() { References = references, Centre = centre, Signal = CalibrationSignal.Signal }));
        string row = string.Create(null, $"offset_{references}_{centre}");
#pragma warning disable CA1308 // the case's names are lower case
        Numbers.Close(Kept(_reference.Array(row.ToLowerInvariant())), scores);
#pragma warning restore CA1308
    }

    [Fact]
    public void A_record_without_models_makes_the_form_not_applicable()
    {
        ShadowFixture fixture = Fixture(both: false);
        IMembershipAttack lira = ShadowAttacks.Lira(new() { Form = ShadowForm.Online });
        Assert.Equal("needs at least one shadow model trained on each record and one trained without it", lira.NotApplicable(fixture.AttackerView));
        Assert.Equal("LiRA needs at least one shadow model trained on each record and one trained without it.", Assert.Throws<PanameDataException>(() => fixture.Score(lira)).Message);
        Assert.Equal(
            "needs at least one shadow model trained without each record", ShadowAttacks.CalibratedLoss().NotApplicable(fixture.AttackerView));
    }

    private ShadowFixture Fixture(bool both)
    {
        double[] member = _reference.Array("target_member");
        return both
            ? ShadowFixture.Of(Kept(_reference.Array("target_signals")), KeptModels(_reference.Array("shadow_signals")), KeptModels(_reference.Array("shadow_keep")), Kept(member))
            : ShadowFixture.Of(_reference.Array("target_signals"), _reference.Array("shadow_signals"), _reference.Array("shadow_keep"), member);
    }

    private bool[] HasBoth()
    {
        double[] keep = _reference.Array("shadow_keep");
        int records = _reference.Array("target_member").Length;
        return [.. Enumerable.Range(0, records).Select(i => Enumerable.Range(0, keep.Length / records).Select(m => keep[(m * records) + i]).Distinct().Count() == 2)];
    }

    private double[] Kept(double[] values)
    {
        bool[] both = HasBoth();
        return [.. values.Where((_, i) => both[i])];
    }

    private double[] KeptModels(double[] values)
    {
        bool[] both = HasBoth();
        return [.. values.Where((_, i) => both[i % both.Length])];
    }
}
