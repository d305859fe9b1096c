using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;
using Paname.Testing;

namespace NUnit.Framework;

/// <summary>Runs one row: skips what cannot run, fails what was never judged, adds the verdict of a passing row to its output.</summary>
internal sealed class MembershipInferenceCommand(TestCommand innerCommand) : DelegatingTestCommand(innerCommand)
{
    public override TestResult Execute(TestExecutionContext context)
    {
        var row = (MembershipInferenceResult)context.CurrentTest.Arguments[0]!;
        row.ProgressLine = TestContext.Progress.WriteLine;
        row.Begin(cancellationToken: context.CancellationToken);
        try
        {
            if (row.NotApplicable is null)
            {
                context.CurrentResult = innerCommand.Execute(context);
            }

            if (row.SkipMessage is { } reason && context.CurrentResult.ResultState.Status is not TestStatus.Failed)
            {
                context.CurrentResult.SetResult(ResultState.Ignored, reason);
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A command reports what it meets; NUnit's runner expects none to escape.
            context.CurrentResult.RecordException(error);
        }

        if (context.CurrentResult.ResultState.Status == TestStatus.Passed)
        {
            RequireJudged(context, row);
        }

        return context.CurrentResult;
    }

    private static void RequireJudged(TestExecutionContext context, MembershipInferenceResult row)
    {
        if (row.WasJudged)
        {
            context.OutWriter.WriteLine(row.LastMessage);
        }
        else
        {
            context.CurrentResult.SetResult(ResultState.Failure, row.NotJudgedMessage);
        }
    }
}
