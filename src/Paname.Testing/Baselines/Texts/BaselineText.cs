namespace Paname.Testing;

/// <summary>Writes a comparison with a baseline as a work item.</summary>
internal sealed class BaselineText(BaselineComparison comparison)
{
    internal string Headline() => $"{comparison.Outcome}: {comparison.Received.Subject.Target} against its baseline.";

    internal string Write() => Headline() + (comparison.Problem is null ? string.Empty : $"\n  {comparison.Problem}");
}
