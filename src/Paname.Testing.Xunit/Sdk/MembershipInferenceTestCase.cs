using System.ComponentModel;
using Paname.Attacks.Membership;
using Paname.Testing;
using Xunit.Abstractions;

namespace Xunit.Sdk;

/// <summary>One attack's row of a <see cref="MembershipInferenceTheoryAttribute"/>. For xUnit only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MembershipInferenceTestCase : XunitTestCase
{
    private int _milliseconds;

    /// <summary>For xUnit's de-serialiser.</summary>
    [Obsolete("For xUnit's de-serialiser; use the other constructor.")]
    public MembershipInferenceTestCase()
    {
    }

    internal MembershipInferenceTestCase(
        IMessageSink diagnosticMessageSink, TestMethodDisplay display, TestMethodDisplayOptions displayOptions, ITestMethod testMethod, string attack)
        : base(diagnosticMessageSink, display, displayOptions, testMethod, [attack])
    {
    }

    private string Attack => (string)TestMethodArguments[0];

    // Read anew in each process: what the attribute says needs no serialising.
    private IAttributeInfo Attribute => TestMethod.Method.GetCustomAttributes(typeof(MembershipInferenceTheoryAttribute)).First();

    /// <inheritdoc/>
    public override async Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource)
    {
        IAttributeInfo attribute = Attribute;
        using MembershipInferenceResult row = XunitAudit.Audits.Row(
            attribute.GetNamedArgument<Type>(nameof(MembershipInferenceTheoryAttribute.Subject)),
            Attack,
            attribute.GetNamedArgument<AuditOptions>(nameof(MembershipInferenceTheoryAttribute.Options)),
            $"{TestMethod.TestClass.Class.Name}.{TestMethod.Method.Name}");
        row.ProgressLine = line => diagnosticMessageSink.OnMessage(new DiagnosticMessage(line));
        var runner = new MembershipInferenceTestCaseRunner(
            this, row, _milliseconds, constructorArguments, messageBus, aggregator, cancellationTokenSource);
        return await runner.RunAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) => $"{displayName}({Attack})";

    /// <inheritdoc/>
    protected override void Initialize()
    {
        base.Initialize();
        AddTrait("Category", "Privacy");
        AddTrait("Attack", Attack);
        AddTrait("Tier", Attribute.GetNamedArgument<AttackTier>(nameof(MembershipInferenceTheoryAttribute.Tier)).ToString());

        // xUnit refuses Timeout on synchronous tests. The row's own clock serves both kinds: it stops the audit itself.
        _milliseconds = Timeout;
        if (Method.ReturnType.Name == typeof(void).FullName)
        {
            Timeout = 0;
        }
    }

    private void AddTrait(string name, string value)
    {
        if (!Traits.TryGetValue(name, out List<string>? values))
        {
            Traits.Add(name, values = []);
        }

        values.Add(value);
    }
}
