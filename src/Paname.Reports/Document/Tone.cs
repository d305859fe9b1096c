namespace Paname.Reports.Document;

/// <summary>How verdicts look: each tone has its own icon, so that colour is never the only sign.</summary>
internal static class Tone
{
    internal const string Pass = "pass";
    internal const string Fail = "fail";
    internal const string Doubt = "doubt";
    internal const string None = "none";

    internal static IReadOnlyList<string> All { get; } = [Pass, Fail, Doubt, None];
}
