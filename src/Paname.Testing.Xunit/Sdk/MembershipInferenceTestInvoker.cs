using System.Reflection;
using Paname.Testing;
using Xunit.Abstractions;

namespace Xunit.Sdk;

/// <summary>Calls the test method within xUnit's own timing: starts the row's clock, skips what cannot run, fails what was never judged.</summary>
internal sealed class MembershipInferenceTestInvoker(
    MembershipInferenceResult row,
    int milliseconds,
    ITest test,
    IMessageBus messageBus,
    Type testClass,
    object[] constructorArguments,
    MethodInfo testMethod,
    object[] testMethodArguments,
    IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellationTokenSource)
    : XunitTestInvoker(
        test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments, beforeAfterAttributes, aggregator, cancellationTokenSource)
{
    protected override object CallTestMethod(object testClassInstance)
    {
        row.Begin(milliseconds, CancellationTokenSource.Token);
        RequireApplicable();
        object result = base.CallTestMethod(testClassInstance);
        if (result is Task task)
        {
            return RequireJudged(task);
        }

        RequireJudged();
        return result;
    }

    private async Task RequireJudged(Task test)
    {
        await test.ConfigureAwait(true);
        RequireJudged();
    }

    private void RequireApplicable()
    {
        if (row.SkipMessage is { } reason)
        {
            throw new NotApplicableException(reason);
        }
    }

    private void RequireJudged()
    {
        RequireApplicable();
        if (!row.WasJudged)
        {
            throw new PrivacyGateException(row.NotJudgedMessage);
        }
    }
}
