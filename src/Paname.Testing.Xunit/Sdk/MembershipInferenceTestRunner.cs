using System.Reflection;
using Paname.Testing;
using Xunit.Abstractions;

namespace Xunit.Sdk;

/// <summary>Runs one test with the row's invoker, and adds the verdict of a passing row to its output.</summary>
internal sealed class MembershipInferenceTestRunner(
    MembershipInferenceResult row,
    int milliseconds,
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
    : XunitTestRunner(
        test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments, skipReason, beforeAfterAttributes, aggregator, cancellationTokenSource)
{
    protected override async Task<Tuple<decimal, string>> InvokeTestAsync(ExceptionAggregator aggregator)
    {
        (decimal seconds, string output) = await base.InvokeTestAsync(aggregator).ConfigureAwait(false);
        return Tuple.Create(seconds, aggregator.HasExceptions ? output : output + row.LastMessage);
    }

    protected override Task<decimal> InvokeTestMethodAsync(ExceptionAggregator aggregator)
        => new MembershipInferenceTestInvoker(
            row, milliseconds, Test, MessageBus, TestClass, ConstructorArguments, TestMethod, TestMethodArguments, BeforeAfterAttributes, aggregator, CancellationTokenSource).RunAsync();
}
