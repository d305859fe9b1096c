using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Audits;

/// <summary>Shadow models and gradients reach the attacks that need them, once, and are made for no others.</summary>
public sealed class ShadowSetupTests
{
    private static readonly AttackSet WithShadows = new(
        "test/1", [MembershipAttacks.Loss, new FakeAttack("Shadowed") { Needs = FakeAttack.NeedsShadows }, new FakeAttack("White") { Needs = FakeAttack.NeedsGradients }]);

    private readonly Gate _gate = new();
    private readonly MembershipData _data = Synthetic.Data(500, leak: 0);

    [Fact]
    public void Shadows_are_asked_for_once_with_the_target_the_data_and_the_seed()
    {
        var shadows = new FakeShadows();
        CountingClassifier model = Synthetic.Model();
        var setup = new MembershipSetup(model, _data) { Shadows = shadows };
        AuditedMetric auc = _gate.Audits.Auc(setup, new AuditOptions { Set = WithShadows, Seed = 5 });
        auc.Judge(.6);
        _gate.Audits.TprAtFpr(setup, .1, new AuditOptions { Set = WithShadows, Seed = 5 }).Judge(.5);

        ShadowRequest request = Assert.Single(shadows.Requests);
        Assert.Same(model, request.Target);
        Assert.Same(_data, request.Data);
        Assert.Equal((5, 500, 1000, 1000, (TimeSpan?)null), (request.Seed, request.Members, request.Outputs.Count, request.Labels.Count, request.Budget));
        Assert.Equal(1000, model.Scored);
        Assert.Equal("4 shadow models made up by a test", auc.Audit.Shadows);
        Assert.Equal([false, true, false], auc.Audit.Attacks.Select(attack => attack.UsesShadows));
        Assert.Contains("  Shadow models: 4 shadow models made up by a test.", auc.Judge(.6).Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (shadows.Disposals, model.Disposals));
    }

    [Fact]
    public void Set_without_need_trains_nothing_and_says_so()
    {
        var shadows = new FakeShadows();
        Verdict verdict = _gate.Audits.Auc(new MembershipSetup(Synthetic.Model(), _data) { Shadows = shadows }).Judge(.6);
        Assert.Empty(shadows.Requests);
        Assert.Equal(VerdictOutcome.Pass, verdict.Outcome);
        Assert.Contains("Note: the shadow models at hand were not used: smoke/1 holds no attack that looks at them.", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_shadows_the_attack_says_what_it_needs()
    {
        MembershipAuditResult audit = _gate.Auc(Synthetic.Model(), _data, new AuditOptions { Set = WithShadows }).Audit;
        Assert.Equal("needs shadow models", audit.Attacks.Single(attack => attack.Name == "Shadowed").NotApplicable);
        Assert.Null(audit.Shadows);
    }

    [Fact]
    public void Labels_that_are_no_class_are_refused_before_anything_is_trained()
    {
        var shadows = new FakeShadows();
        int[] labels = [.. Enumerable.Range(0, 100).Select(i => i == 41 ? 2 : i % 2)];
        double[] margins = [.. Enumerable.Range(0, 100).Select(i => (double)i)];
        var data = MembershipData.FromArrays<double>(margins, labels, margins.Select(margin => margin + .5).ToArray(), labels, [1]);
        Assert.Throws<PanameDataException>(() => _gate.Audits.Auc(new MembershipSetup(Synthetic.Model(), data) { Shadows = shadows }, new AuditOptions { Set = WithShadows }).Audit);
        Assert.Empty(shadows.Requests);
    }

    [Theory]
    [InlineData("one", "one", true, 1)]
    [InlineData("one", "two", true, 2)]
    [InlineData(null, null, true, 2)]
    [InlineData("one", "one", false, 1)]
    [InlineData("one", "two", false, 2)]
    [InlineData(null, null, false, 2)]
    public void Sources_of_one_content_are_one_source(string? first, string? second, bool modelHasContent, int runs)
    {
        FakeShadows[] sources = [new FakeShadows { Fingerprint = first }, new FakeShadows { Fingerprint = second }];
        CountingClassifier model = new(OutputKind.Logits, 1) { Fingerprint = modelHasContent ? $"{first}/{second}" : null };
        foreach (FakeShadows source in sources)
        {
            _gate.Audits.Auc(new MembershipSetup(model, _data) { Shadows = source }, new AuditOptions { Set = WithShadows }).Judge(.6);
            _gate.Audits.Auc(new MembershipSetup(model, _data) { Shadows = source }, new AuditOptions { Set = WithShadows }).Judge(.6);
        }

        Assert.Equal(runs, sources.Sum(source => source.Requests.Count));
    }

    [Fact]
    public void Recorded_predictions_take_shadows_and_no_gradients()
    {
        double[] losses = [.. Enumerable.Range(0, 400).Select(i => (i * 37 % 400) / 100d)];
        bool[] member = [.. Enumerable.Range(0, 400).Select(i => i < 200)];
        PrecomputedPredictions predictions = PrecomputedPredictions.FromArrays(OutputKind.Losses, 1, losses, member, labels: null);
        var shadows = new FakeShadows();
        AuditedMetric auc = _gate.Audits.Auc(new MembershipSetup(predictions) { Shadows = shadows }, new AuditOptions { Set = WithShadows });
        Assert.Equal(["Loss", "Shadowed"], auc.Audit.Applicable.Select(attack => attack.Name));
        Assert.Null(Assert.Single(shadows.Requests).Data);

        var wrong = new MembershipSetup(predictions) { Gradients = new FakeGradients(Synthetic.Model()) };
        Assert.Contains("Gradients and Views need a model", Assert.Throws<InvalidOperationException>(() => _gate.Audits.Auc(wrong).Audit).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gradients_and_the_records_reach_the_attacks_that_look_inside()
    {
        QueryAccess? seen = null;
        var set = new AttackSet("test/1", [new FakeAttack("White")
        {
            Needs = FakeAttack.NeedsGradients,
            OnScore = (observations, run) =>
            {
                seen = observations.Access;
                return MembershipAttacks.Loss.Score(observations, run);
            },
        }]);
        CountingClassifier model = Synthetic.Model();
        var gradients = new FakeGradients(model);
        _gate.Audits.Auc(new MembershipSetup(model, _data) { Gradients = gradients }, new AuditOptions { Set = set }).Judge(.6);
        Assert.NotNull(seen);
        Assert.Same(gradients, seen.Gradients);
        Assert.Equal(1000, seen.Records.Count);
        Assert.Equal(1000, model.Scored);
    }

    [Fact]
    public void Runner_of_a_subject_disposes_all_it_was_given_once()
    {
        _gate.Audits.Subject<OwningSubject>().Auc.Judge(.6);
        Assert.Equal((1, 1, 1), (OwningSubject.Model.Disposals, OwningSubject.Source.Disposals, OwningSubject.Inside.Disposals));
        Assert.Empty(OwningSubject.Source.Requests);
    }

    public sealed class OwningSubject : MembershipSubject
    {
        internal static CountingClassifier Model { get; } = Synthetic.Model();

        internal static FakeShadows Source { get; } = new();

        internal static FakeGradients Inside { get; } = new(Model);

        protected override MembershipSetup SetUp(AuditContext context) => new(Model, Synthetic.Data(500, leak: 0, seed: 31)) { Shadows = Source, Gradients = Inside };
    }
}
