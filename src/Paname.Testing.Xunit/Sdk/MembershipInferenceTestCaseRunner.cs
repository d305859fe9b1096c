using System.Reflection;
using Paname.Testing;
using Xunit.Abstractions;

namespace Xunit.Sdk;

/// <summary>Runs a row with its result as the test's argument, and turns "not applicable" into a skip.</summary>
internal sealed class MembershipInferenceTestCaseRunner : XunitTestCaseRunner
{
    private readonly MembershipInferenceResult _row;
    private readonly int _milliseconds;
    private int _skipped;

    internal MembershipInferenceTestCaseRunner(
        MembershipInferenceTestCase testCase,
        MembershipInferenceResult row,
        int milliseconds,
        object[] constructorArguments,
        IMessageBus messageBus,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource)
        : base(testCase, testCase.DisplayName, testCase.SkipReason, constructorArguments, [row], messageBus, aggregator, cancellationTokenSource)
    {
        _row = row;
        _milliseconds = milliseconds;
    }

    protected override XunitTestRunner CreateTestRunner(
        ITest test,
        IMessageBus messageBus,
        Type testClass,
        object[] constructorArguments,
        MethodInfo testMethod,
        object[] testMethodArguments,
        string skipReason,
        IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource)
        => new MembershipInferenceTestRunner(
            _row,
            _milliseconds,
            test,
            new NotApplicableMessageBus(messageBus, () => _skipped++),
            testClass,
            constructorArguments,
            testMethod,
            testMethodArguments,
            skipReason,
            beforeAfterAttributes,
            aggregator,
            cancellationTokenSource);

    protected override async Task<RunSummary> RunTestAsync()
    {
        RunSummary summary = await base.RunTestAsync().ConfigureAwait(false);
        summary.Failed -= _skipped;
        summary.Skipped += _skipped;
        return summary;
    }
}
