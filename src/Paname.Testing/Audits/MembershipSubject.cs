namespace Paname.Testing;

/// <summary>What is audited: a model and the records it did and did not learn from. Derive from it in the test project; a public parameterless
/// constructor is needed. The runner sets it up once per process, and disposes what the set-up gave it.</summary>
public abstract class MembershipSubject
{
    /// <summary>Loads the model and the data. Runs inside the first test that needs it, never at discovery.</summary>
    /// <param name="context">Seed and cancellation of the audit.</param>
    /// <returns>The model and the data; a target that is <see cref="IDisposable"/> is disposed by the runner once every record is scored.</returns>
    protected abstract MembershipSetup SetUp(AuditContext context);

    internal MembershipSetup Create(AuditContext context)
        => SetUp(context) ?? throw new InvalidOperationException($"{GetType().Name}.SetUp returned null.");
}
