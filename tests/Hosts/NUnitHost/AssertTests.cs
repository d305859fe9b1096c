using NUnit.Framework;
using Paname.Testing;

namespace Hosts;

/// <summary>The one-line assertions and the constraint.</summary>
public class AssertTests
{
    [Test]
    [Category("Privacy")]
    public void Auc_below_passes() => Assert.AuditAuc(Synthetic.Model(), Synthetic.Data(1000, leak: 0)).IsBelow(0.60);

    [Test]
    public void Auc_below_fails() => Assert.AuditAuc(Synthetic.Model(), Synthetic.Data(1000, leak: 1)).IsBelow(0.60);

    [Test]
    public void Auc_inconclusive_fails() => Assert.AuditAuc(Synthetic.Model(), Synthetic.Data(60, leak: 0)).IsBelow(0.60);

    [Test]
    public void Auc_inconclusive_is_no_proven_leak()
        => Assert.AuditAuc(Synthetic.Model(), Synthetic.Data(60, leak: 0)).IsBelow(0.60, Evidence.LeakProven);

    [Test]
    public void Tpr_below_passes() => Assert.AuditTprAtFpr(Synthetic.Model(), Synthetic.Data(2000, leak: 0), fpr: 0.1).IsBelow(0.2);

    [Test]
    public void Tpr_below_fails() => Assert.AuditTprAtFpr(Synthetic.Model(), Synthetic.Data(2000, leak: 2), fpr: 0.1).IsBelow(0.2);

    [Test]
    public void Epsilon_not_refuted_passes() => Assert.AuditEpsilon(Synthetic.Model(), Synthetic.Data(1000, leak: 0)).IsNotRefuted(1);

    [Test]
    public void Epsilon_refuted_fails() => Assert.AuditEpsilon(new MembershipSetup(Synthetic.Model(), Synthetic.Data(1000, leak: 2))).IsNotRefuted(1);

    [Test]
    public void Whole_subject_passes() => Assert.Audit<QuietSubject>().Auc.IsBelow(0.60);

    [Test]
    public void Plain_class_works_for_other_languages() => NUnitAudit.AuditAuc(Synthetic.Model(), Synthetic.Data(1000, leak: 0)).IsBelow(0.60);

    [Test]
    public void Constraint_passes() => Assert.That(Assert.AuditAuc(Synthetic.Model(), Synthetic.Data(1000, leak: 0)), Is.ShownBelow(0.60));

    [Test]
    public void Constraint_fails() => Assert.That(Assert.AuditAuc(Synthetic.Model(), Synthetic.Data(1000, leak: 1)), Is.ShownBelow(0.60));

    [Test]
    public void Negated_constraint_passes() => Assert.That(Assert.AuditAuc(Synthetic.Model(), Synthetic.Data(1000, leak: 1)), Is.Not.ShownBelow(0.60));

    [Test]
    public void Multiple_collects_both_failures()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.AuditAuc(Synthetic.Model(), Synthetic.Data(1000, leak: 1)).IsBelow(0.60);
            Assert.AuditTprAtFpr(Synthetic.Model(), Synthetic.Data(2000, leak: 2), fpr: 0.1).IsBelow(0.2);
        }
    }
}
