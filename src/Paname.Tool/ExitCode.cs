namespace Paname.Tool;

/// <summary>What a run of the tool says to the shell. Of several gates the gravest counts: a failed one before an inconclusive one.</summary>
internal static class ExitCode
{
    internal const int Holds = 0;
    internal const int GateFailed = 1;
    internal const int WrongCommandLine = 2;
    internal const int Inconclusive = 3;
    internal const int UnusableInput = 4;
    internal const int InternalError = 5;
    internal const int Cancelled = 130;

    /// <summary>All codes with their meaning, in the order of --help.</summary>
    internal static readonly IReadOnlyList<(int Code, string Meaning)> All =
    [
        (Holds, "all gates held, or the work is done"),
        (GateFailed, "a gate failed: a leak is proven, a value is worse than its baseline, an acceptance is refused, or doctor found a problem"),
        (WrongCommandLine, "wrong command line or configuration file"),
        (Inconclusive, "not shown: too few records, a control that failed, a baseline that is missing, changed or cannot be compared, shadow models still to train, a folder without results"),
        (UnusableInput, "an input cannot be used: the message names file, line and mend"),
        (InternalError, "an error of paname itself: please report it"),
        (Cancelled, "cancelled"),
    ];

    /// <summary>The code of several judgements together.</summary>
    internal static int OfAll(IEnumerable<int> codes)
    {
        int[] given = [.. codes];
        return Array.Exists(given, code => code == GateFailed) ? GateFailed
            : Array.Exists(given, code => code == Inconclusive) ? Inconclusive
            : Holds;
    }
}
