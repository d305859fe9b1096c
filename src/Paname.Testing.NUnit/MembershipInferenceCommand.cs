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
        row.Begin(cancellationToken: context.CancellationToken);
        try
        {
            if (row.NotApplicable is { } reason)
            {
                context.CurrentResult.SetResult(ResultState.Ignored, $"not applicable: {reason}");
                return context.CurrentResult;
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A command reports what it meets; NUnit's runner expects none to escape.
            context.CurrentResult.RecordException(error);
            return context.CurrentResult;
        }

        context.CurrentResult = innerCommand.Execute(context);
        if (context.CurrentResult.ResultState.Status == TestStatus.Passed)
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

        return context.CurrentResult;
    }
}
