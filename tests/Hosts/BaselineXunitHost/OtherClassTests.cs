using Paname.Testing;
using Xunit;

namespace Hosts;

/// <summary>In a file of another name: the baseline is named after the file.</summary>
public class OtherwiseNamedTests
{
    [Fact]
    public void In_a_file_of_another_name() => Assert.AuditAuc(Watched.Model, Watched.Data).MatchesBaseline(Watched.Options);
}

/// <summary>Two tests with one baseline: whichever asks second fails.</summary>
public class SharedNameTests
{
    [Fact]
    public void Shares_first() => Assert.AuditAuc(Watched.Model, Watched.Data).MatchesBaseline(Watched.Options with { Name = "shared" });

    [Fact]
    public void Shares_second() => Assert.AuditAuc(Watched.Model, Watched.Data).MatchesBaseline(Watched.Options with { Name = "shared" });
}
