using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Testing;

namespace Hosts;

/// <summary>Does not leak: every applicable row passes a limit of 0.60.</summary>
public sealed class QuietSubject : MembershipSubject
{
    internal static int SetUps;

    protected override MembershipSetup SetUp(AuditContext context)
    {
        Interlocked.Increment(ref SetUps);
        if (Environment.GetEnvironmentVariable("HOST_SET_UPS") is { } file)
        {
            File.AppendAllText(file, "set up\n");
        }

        return new(Synthetic.Model(), Synthetic.Data(1000, leak: 0));
    }
}

/// <summary>Leaks: the AUC of its loss is about 0.76.</summary>
public sealed class LeakySubject : MembershipSubject
{
    protected override MembershipSetup SetUp(AuditContext context) => new(Synthetic.Model(), Synthetic.Data(1000, leak: 1));
}

/// <summary>Gives out labels only: Correctness alone is applicable.</summary>
public sealed class LabelsOnlySubject : MembershipSubject
{
    protected override MembershipSetup SetUp(AuditContext context) => new(Synthetic.Model(OutputKind.LabelsOnly), Synthetic.Data(1000, leak: 0));
}

/// <summary>Too small for any verdict at 0.60.</summary>
public sealed class TinySubject : MembershipSubject
{
    protected override MembershipSetup SetUp(AuditContext context) => new(Synthetic.Model(), Synthetic.Data(40, leak: 0));
}

/// <summary>Takes far longer than the tests allow it.</summary>
public sealed class SlowSubject : MembershipSubject
{
    protected override MembershipSetup SetUp(AuditContext context) => new(Synthetic.Model(millisecondsPerBatch: 400), Synthetic.Data(60_000, leak: 0));
}

/// <summary>Cannot be set up.</summary>
public sealed class MissingSubject : MembershipSubject
{
    protected override MembershipSetup SetUp(AuditContext context)
        => new(Synthetic.Model(), MembershipData.FromCsv("no-such-train.csv", "no-such-holdout.csv", label: "y"));
}

/// <summary>Cannot be created.</summary>
public abstract class AbstractSubject : MembershipSubject;
