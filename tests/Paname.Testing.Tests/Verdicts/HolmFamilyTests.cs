using Paname.Attacks.Data;
using Paname.Attacks.Metrics;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Verdicts;

/// <summary>The family of Holm's correction: the attacks that ran, known before any result.</summary>
public sealed class HolmFamilyTests
{
    private readonly Gate _gate = new();

    [Fact]
    public void Leak_is_proven_at_the_level_divided_by_the_attacks()
    {
        MembershipData data = Synthetic.Data(600, leak: .35, seed: 4);
        AuditedMetric auc = _gate.Auc(Synthetic.Model(), data);
        MembershipAuditResult audit = auc.Audit;
        Assert.Equal(3, audit.Applicable.Count);
        ScoreSample loss = audit.Applicable.Single(attack => attack.Name == "Loss").Sample!;

        // Between the plain and the corrected lower bound, a leak of that size is not proven; below the corrected one it is.
        double plain = Auc.Estimate(loss).Lower;
        double corrected = Auc.Estimate(loss, .05 / 3).Lower;
        Assert.True(corrected < plain);
        Assert.NotEqual(VerdictOutcome.Fail, auc.Judge((plain + corrected) / 2).Outcome);
        Assert.Equal(VerdictOutcome.Fail, auc.Judge(corrected - 1e-4).Outcome);
        Assert.NotEqual(VerdictOutcome.Fail, auc.Judge(corrected + 1e-4).Outcome);
    }

    [Fact]
    public void Rows_of_a_theory_share_the_family()
    {
        MembershipInferenceResult row = _gate.Audits.Row(typeof(LeakySubject), "Loss");
        MembershipInferenceResult all = _gate.Audits.Subject<LeakySubject>();
        double limit = .6;
        Assert.Equal(
            all.Auc.Judge(limit).Attacks.Single(attack => attack.Attack == "Loss"),
            row.Auc.Judge(limit).Attacks.Single());
    }

    [Fact]
    public void Suite_without_leak_proves_one_at_most_as_often_as_its_level()
    {
        // The true AUC of every attack is exactly the limit in none of these runs: at 0.5 it lies below, so any proof is false.
        const int Runs = 300;
        int proven = Enumerable.Range(0, Runs).Count(run => _gate.Judge(Synthetic.Data(200, leak: 0, seed: run), .501).Outcome == VerdictOutcome.Fail);
        Assert.InRange(proven, 0, (int)(Runs * (.05 + (3 * Math.Sqrt(.05 * .95 / Runs)))));
    }

    public sealed class LeakySubject : MembershipSubject
    {
        protected override MembershipSetup SetUp(AuditContext context) => new(Synthetic.Model(), Synthetic.Data(600, leak: .35, seed: 4));
    }
}
