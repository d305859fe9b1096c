using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Testing.Tests.Support;

/// <summary>Audits with a sink that collects what would fail a test.</summary>
internal sealed class Gate
{
    internal Gate() => Audits = new PrivacyAudits("none", Failures.Add);

    internal PrivacyAudits Audits { get; }

    internal List<string> Failures { get; } = [];

    internal AuditedMetric Auc(IClassifier model, MembershipData data, AuditOptions? options = null) => Audits.Auc(model, data, options, "Tests.Gate");

    internal Verdict Judge(MembershipData data, double limit, Evidence evidence = Evidence.UpperBound, double sign = 1)
        => Auc(Synthetic.Model(sign: sign), data).Judge(limit, evidence);
}
