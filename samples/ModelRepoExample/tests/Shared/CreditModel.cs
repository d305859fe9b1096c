namespace ModelRepoExample;

/// <summary>What the theory audits: set up once for all its rows, owned and disposed by the runner.</summary>
public sealed class CreditModel : MembershipSubject
{
    protected override MembershipSetup SetUp(AuditContext context)
        => new(CreditRepository.LoadModel(), CreditRepository.LoadData());
}
