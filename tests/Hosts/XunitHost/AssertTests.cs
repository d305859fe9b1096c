using Paname.Attacks.Targets;
using Paname.Testing;
using Xunit;

namespace Hosts;

/// <summary>The one-line assertions.</summary>
public class AssertTests
{
    [Fact]
    [Trait("Category", "Privacy")]
    public void Auc_below_passes() => Assert.AuditAuc(Synthetic.Model(), Synthetic.Data(1000, leak: 0)).IsBelow(0.60);

    [Fact]
    public void Auc_below_fails() => Assert.AuditAuc(Synthetic.Model(), Synthetic.Data(1000, leak: 1)).IsBelow(0.60);

    [Fact]
    public void Auc_inconclusive_fails() => Assert.AuditAuc(Synthetic.Model(), Synthetic.Data(60, leak: 0)).IsBelow(0.60);

    [Fact]
    public void Auc_inconclusive_is_no_proven_leak()
        => Assert.AuditAuc(Synthetic.Model(), Synthetic.Data(60, leak: 0)).IsBelow(0.60, Evidence.LeakProven);

    [Fact]
    public void Tpr_below_passes() => Assert.AuditTprAtFpr(Synthetic.Model(), Synthetic.Data(2000, leak: 0), fpr: 0.1).IsBelow(0.2);

    [Fact]
    public void Tpr_below_fails() => Assert.AuditTprAtFpr(Synthetic.Model(), Synthetic.Data(2000, leak: 2), fpr: 0.1).IsBelow(0.2);

    [Fact]
    public void Epsilon_not_refuted_passes() => Assert.AuditEpsilon(Synthetic.Model(), Synthetic.Data(1000, leak: 0)).IsNotRefuted(1);

    [Fact]
    public void Epsilon_refuted_fails() => Assert.AuditEpsilon(new MembershipSetup(Synthetic.Model(), Synthetic.Data(1000, leak: 2))).IsNotRefuted(1);

    [Fact]
    public void Whole_subject_passes() => Assert.Audit<QuietSubject>().Auc.IsBelow(0.60);

    [Fact]
    public void Plain_class_works_for_other_languages() => XunitAudit.AuditAuc(Synthetic.Model(), Synthetic.Data(1000, leak: 0)).IsBelow(0.60);

    [Fact]
    public void Each_record_is_scored_once()
    {
        Paname.Attacks.Targets.IClassifier model = Synthetic.Model();
        Paname.Attacks.Data.MembershipData data = Synthetic.Data(1000, leak: 0, seed: 5);
        int scored = 0;
        var counting = new DelegateClassifier(
            model.OutputKind,
            model.Classes,
            (batch, outputs) =>
            {
                scored += batch.Count;
                model.Score(batch, outputs, CancellationToken.None);
            });
        Assert.AuditAuc(counting, data).IsBelow(0.60);
        Assert.AuditAuc(counting, data).IsBelow(0.62);
        Assert.AuditTprAtFpr(counting, data, fpr: 0.1).IsBelow(0.25);
        Assert.Equal(2000, scored);
    }
}
