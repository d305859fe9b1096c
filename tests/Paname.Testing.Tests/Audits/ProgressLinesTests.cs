using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Audits;

/// <summary>Long work is told in plain lines, seldom; short work not at all.</summary>
public sealed class ProgressLinesTests
{
    [Fact]
    public void One_line_every_five_seconds_at_most()
    {
        var clock = new ManualClock();
        var lines = new List<string>();
        var progress = new ProgressLines("Credit", lines.Add, clock);
        foreach (double seconds in new[] { 1.0, 3, 2, .5, 4.5, 1 })
        {
            clock.Advance(seconds);
            progress.Report(new AuditProgress(1000, 2000) { Work = lines.Count == 0 ? null : "shadow models: 3 of 16" });
        }

        Assert.Equal(["Paname, audit of Credit, 6 s: 1,000 of 2,000 records scored", "Paname, audit of Credit, 11 s: shadow models: 3 of 16"], lines);
    }
}
