using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Membership.Likelihood;

/// <summary>What each attack asks for, decided from the plan of the shadow models alone, and what it says of how it was run.</summary>
public sealed class ShadowNeedsTests
{
    private static readonly AttackerView None = new(OutputKind.Logits, 10, Labels: true);

    [Fact]
    public void Without_shadow_models_every_attack_asks_for_them()
    {
        foreach (IMembershipAttack attack in new[] { ShadowAttacks.Lira(), ShadowAttacks.Rmia(), ShadowAttacks.Base, ShadowAttacks.AttackR, ShadowAttacks.CalibratedLoss() })
        {
            Assert.Equal("needs shadow models", attack.NotApplicable(None));
            Assert.Empty(attack.Aliases(None));
            Assert.True(attack.IsGraded);
            Assert.Matches("[0-9]{4}\\)$", attack.Source);
        }

        Assert.Equal("needs shadow models", ShadowAttacks.CalibratedLoss(new() { References = CalibrationReferences.In }).NotApplicable(None));
    }

    [Theory]
    // 40 records in 8 of 16 models.
    [InlineData(16, 8, 8, 280, 280, ShadowForm.Auto, LiraVariance.Auto, null)]
    [InlineData(16, 8, 8, 280, 280, ShadowForm.Online, LiraVariance.PerRecord, null)]
    // In none: offline only.
    [InlineData(16, 0, 16, 0, 600, ShadowForm.Auto, LiraVariance.Auto, null)]
    [InlineData(16, 0, 16, 0, 600, ShadowForm.Online, LiraVariance.Auto, "needs at least one shadow model trained on each record and one trained without it")]
    // In all.
    [InlineData(16, 16, 0, 600, 0, ShadowForm.Auto, LiraVariance.Auto, "needs at least one shadow model trained without each record")]
    // One model in: no variance of that side, so offline.
    [InlineData(2, 1, 1, 0, 0, ShadowForm.Online, LiraVariance.Pooled, "needs 30 degrees of freedom for a pooled variance (models less one, summed over records), there are 0")]
    [InlineData(2, 1, 1, 0, 0, ShadowForm.Online, LiraVariance.PerRecord, "needs two shadow models trained on each record and two trained without it for a variance of its own")]
    [InlineData(3, 1, 1, 0, 40, ShadowForm.Auto, LiraVariance.Auto, null)]
    [InlineData(2, 1, 1, 0, 29, ShadowForm.Auto, LiraVariance.Auto, "needs 30 degrees of freedom for a pooled variance (models less one, summed over records), there are 29")]
    [InlineData(2, 1, 1, 0, 0, ShadowForm.Offline, LiraVariance.PerRecord, "needs two shadow models trained without each record for a variance of its own")]
    public void Lira_says_what_it_needs(int models, int leastIn, int leastOut, long pooledIn, long pooledOut, ShadowForm form, LiraVariance variance, string? reason)
    {
        AttackerView view = None with { Shadows = new ShadowView(models, leastIn, leastOut, pooledIn, pooledOut, 2 * leastIn == models, 1, false, 0) };
        Assert.Equal(reason, ShadowAttacks.Lira(new() { Form = form, Variance = variance }).NotApplicable(view));
    }

    [Theory]
    [InlineData(62, false, "variance pooled over records")]
    [InlineData(64, false, "variance of each record's own")]
    [InlineData(64, true, "variance pooled over records")]
    public void Lira_pools_below_64_models_and_where_a_record_has_few_of_a_kind(int models, bool ragged, string note)
    {
        ShadowFixture fixture = SimulatedShadows.Draw(2, 40, models);
        if (ragged)
        {
            // One record in all models but seven.
            bool[] flags = [.. Enumerable.Range(0, models).SelectMany(m => fixture.Shadows.Inclusion.Of(m).ToArray().Select((f, i) => i == 0 ? m >= 7 : f))];
            var shadows = new ShadowObservations(fixture.Shadows.Target, fixture.Shadows.Shadows, new InclusionMask(models, 40, flags));
            Assert.Contains(note, ShadowAttacks.Lira().Score(new MembershipObservations(fixture.Observations.Outputs, null, 20) { Shadows = shadows }, new AttackRun(1)).Notes);
            return;
        }

        IReadOnlyList<string> notes = ShadowAttacks.Lira().Score(fixture.Observations, new AttackRun(1)).Notes;
        Assert.Equal(FormattableString.Invariant($"online: {models} shadow models, at least {models / 2} trained on each record and {models / 2} without it"), notes[0]);
        Assert.Equal(note, notes[1]);
    }

    [Fact]
    public void Base_ranks_as_rmia_where_every_record_is_in_half_of_the_models()
    {
        ShadowFixture even = SimulatedShadows.Draw(4);
        Assert.Equal("ranks records as RMIA does when every record is in half of the shadow models", ShadowAttacks.Base.NotApplicable(even.AttackerView));
        Assert.Equal(["BASE"], ShadowAttacks.Rmia().Aliases(even.AttackerView));
        Numbers.Close(even.Score(ShadowAttacks.Rmia()), even.Score(ShadowAttacks.Base), 1e-12);

        ShadowFixture uneven = SimulatedShadows.Draw(4, ragged: true);
        Assert.Null(ShadowAttacks.Base.NotApplicable(uneven.AttackerView));
        Assert.Empty(ShadowAttacks.Rmia().Aliases(uneven.AttackerView));
        Assert.Empty(ShadowAttacks.Rmia(new() { Form = ShadowForm.Offline }).Aliases(even.AttackerView));
    }

    [Fact]
    public void Rmia_and_base_need_probabilities_and_differences_do_not()
    {
        ShadowFixture hinge = SimulatedShadows.Draw(4, scale: SignalScale.Score);
        const string Reason = "needs signals that are probabilities of the true class, as scaled logits, or residuals";
        Assert.Equal(Reason, ShadowAttacks.Rmia().NotApplicable(hinge.AttackerView));
        Assert.Equal(Reason, ShadowAttacks.Base.NotApplicable(hinge.AttackerView));
        Assert.Equal($"RMIA {Reason}.", Assert.Throws<PanameDataException>(() => hinge.Score(ShadowAttacks.Rmia())).Message);
        Assert.Null(ShadowAttacks.Lira().NotApplicable(hinge.AttackerView));
        Assert.Null(ShadowAttacks.CalibratedLoss().NotApplicable(hinge.AttackerView));
        Assert.Null(ShadowAttacks.AttackR.NotApplicable(hinge.AttackerView));
    }

    [Fact]
    public void Signals_of_other_records_are_refused()
    {
        ShadowFixture fixture = SimulatedShadows.Draw(4);
        var observations = new MembershipObservations(new TargetOutputs(OutputKind.Losses, 1, new double[50]), null, 20) { Shadows = fixture.Shadows };
        Assert.Equal(
            "The shadow models' signals are of 60 records, the target's outputs of 50; give signals of the audited records, members first.",
            Assert.Throws<PanameDataException>(() => ShadowAttacks.Lira().Score(observations, new AttackRun(1))).Message);
    }

    [Fact]
    public void Options_out_of_range_are_refused_by_name()
    {
        Assert.Equal("Form", Assert.Throws<ArgumentOutOfRangeException>(() => ShadowAttacks.Lira(new() { Form = (ShadowForm)9 })).ParamName);
        Assert.Equal("Variance", Assert.Throws<ArgumentOutOfRangeException>(() => ShadowAttacks.Lira(new() { Variance = (LiraVariance)9 })).ParamName);
        Assert.Equal("Centre", Assert.Throws<ArgumentOutOfRangeException>(() => ShadowAttacks.Lira(new() { Centre = (ShadowCentre)9 })).ParamName);
        Assert.Equal("OfflineA", Assert.Throws<ArgumentOutOfRangeException>(() => ShadowAttacks.Rmia(new() { OfflineA = 1.1 })).ParamName);
        Assert.Equal("OfflineA", Assert.Throws<ArgumentOutOfRangeException>(() => ShadowAttacks.Rmia(new() { OfflineA = double.NaN })).ParamName);
        Assert.Equal("Gamma", Assert.Throws<ArgumentOutOfRangeException>(() => ShadowAttacks.Rmia(new() { Gamma = 0 })).ParamName);
        Assert.Equal("gamma", Assert.Throws<ArgumentOutOfRangeException>(() => Rmia.Dominated([1], [1], -1)).ParamName);
        Assert.Equal("References", Assert.Throws<ArgumentOutOfRangeException>(() => ShadowAttacks.CalibratedLoss(new() { References = (CalibrationReferences)9 })).ParamName);
        Assert.Equal("Signal", Assert.Throws<ArgumentOutOfRangeException>(() => ShadowAttacks.CalibratedLoss(new() { Signal = (CalibrationSignal)9 })).ParamName);
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var run = new AttackRun(1) { CancellationToken = source.Token };
        MembershipObservations observations = SimulatedShadows.Draw(4, ragged: true).Observations;
        foreach (IMembershipAttack attack in new[] { ShadowAttacks.Lira(), ShadowAttacks.Rmia(), ShadowAttacks.Base, ShadowAttacks.AttackR, ShadowAttacks.CalibratedLoss() })
        {
            Assert.ThrowsAny<OperationCanceledException>(() => attack.Score(observations, run));
        }
    }
}
