namespace Paname.Testing;

/// <summary>What of the families of attacks of EDPB Opinion 28/2024, paragraph 55, an audit of membership inference tested. It claims nothing that was not run.</summary>
internal static class CoverageReports
{
    private const string NotTested = "not tested";
    private const string NoSuchAttack = "this version of Paname has no attack of this kind; other evidence is needed";

    internal static IReadOnlyList<ReportCoverage> Of(MembershipAuditResult audit) =>
    [
        new("i-attribute", NotTested, $"whether an attribute of a person can be inferred from the model: {NoSuchAttack}"),
        Membership(audit),
        new("ii", NotTested, $"whether the model or its training data can be taken out of the system: {NoSuchAttack}"),
        new("iii", NotTested, $"whether the model gives out training records word for word: {NoSuchAttack}"),
        new("iv", NotTested, $"whether inputs typical of a person or class can be computed back from the model: {NoSuchAttack}"),
        new("v", NotTested, $"whether training records can be reconstructed from the model or its updates: {NoSuchAttack}"),
    ];

    private static ReportCoverage Membership(MembershipAuditResult audit)
    {
        const string Item = "i-membership";
        if (audit.Applicable.Count > 0)
        {
            return new(Item, "tested", string.Join(", ", audit.Applicable.Select(attack => attack.Name)));
        }

        string reasons = string.Join("; ", audit.Attacks.Select(attack => $"{attack.Name}: {attack.NotApplicable ?? attack.NotRun}"));
        return new(Item, audit.Planned.Count == 0 ? "not applicable" : NotTested, reasons.Length > 0 ? reasons : "the attack set is empty");
    }
}
