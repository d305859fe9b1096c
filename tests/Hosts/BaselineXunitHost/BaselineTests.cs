using Paname.Testing;
using Xunit;

namespace Hosts;

/// <summary>Every kind of result against its baseline.</summary>
public class BaselineTests
{
    [Fact]
    public void Subject() => Assert.Audit<WatchedSubject>().MatchesBaseline(Watched.Options);

    [Fact]
    public Task Subject_async() => Assert.Audit<WatchedSubject>().MatchesBaselineAsync(Watched.Options);

    [Fact]
    public void Auc() => Assert.AuditAuc(Watched.Model, Watched.Data).MatchesBaseline(Watched.Options);

    [Fact]
    public Task Auc_async() => Assert.AuditAuc(Watched.Model, Watched.Data).MatchesBaselineAsync(Watched.Options);

    [Fact]
    public void Tpr() => Assert.AuditTprAtFpr(Watched.Model, Watched.Data, fpr: 0.1).MatchesBaseline(Watched.Options);

    [Fact]
    public void Epsilon() => Assert.AuditEpsilon(Watched.Model, Watched.Data).MatchesBaseline(Watched.Options);

    [Fact]
    public void Per_class() => Assert.AuditAuc(Watched.Model, Watched.Data).PerClass().MatchesBaseline(Watched.Options);

    [Theory]
    [InlineData("first")]
    [InlineData("second / with a slash")]
    public void Variants(string variant) => Assert.AuditAuc(Watched.Model, Watched.Data).MatchesBaseline(Watched.Options with { Variant = variant });

    [Fact]
    public void Named() => Assert.AuditAuc(Watched.Model, Watched.Data).MatchesBaseline(Watched.Options with { Name = "credit" });

    [MembershipInferenceTheory<WatchedSubject>]
    public void Rows(MembershipInferenceResult result) => result.MatchesBaseline(Watched.Options);

    [MembershipInferenceTheory<WatchedSubject>]
    public Task Rows_async(MembershipInferenceResult result) => result.MatchesBaselineAsync(Watched.Options);

    [MembershipInferenceTheory<WatchedSubject>]
    public void Rows_of_a_rate(MembershipInferenceResult result) => result.TprAt(0.1).MatchesBaseline(Watched.Options);
}
