using NUnit.Framework;
using Paname.Testing;

namespace Hosts;

/// <summary>Every kind of result against its baseline.</summary>
public class BaselineTests
{
    [Test]
    public void Subject() => Assert.Audit<WatchedSubject>().MatchesBaseline(Watched.Options);

    [Test]
    public Task Subject_async() => Assert.Audit<WatchedSubject>().MatchesBaselineAsync(Watched.Options);

    [Test]
    public void Auc() => Assert.AuditAuc(Watched.Model, Watched.Data).MatchesBaseline(Watched.Options);

    [Test]
    public Task Auc_async() => Assert.AuditAuc(Watched.Model, Watched.Data).MatchesBaselineAsync(Watched.Options);

    [Test]
    public void Tpr() => Assert.AuditTprAtFpr(Watched.Model, Watched.Data, fpr: 0.1).MatchesBaseline(Watched.Options);

    [Test]
    public void Epsilon() => Assert.AuditEpsilon(Watched.Model, Watched.Data).MatchesBaseline(Watched.Options);

    [Test]
    public void Per_class() => Assert.AuditAuc(Watched.Model, Watched.Data).PerClass().MatchesBaseline(Watched.Options);

    [TestCase("first")]
    [TestCase("second")]
    public void Variants(string variant) => Assert.AuditAuc(Watched.Model, Watched.Data).MatchesBaseline(Watched.Options with { Variant = variant });

    [MembershipInferenceTheory<WatchedSubject>]
    public void Rows(MembershipInferenceResult result) => result.MatchesBaseline(Watched.Options);

    [MembershipInferenceTheory<WatchedSubject>]
    public Task Rows_async(MembershipInferenceResult result) => result.MatchesBaselineAsync(Watched.Options);

    [MembershipInferenceTheory<WatchedSubject>]
    public void Rows_of_a_rate(MembershipInferenceResult result) => result.TprAt(0.1).MatchesBaseline(Watched.Options);

    /// <summary>The test is known though the call is in a method of another class.</summary>
    [Test]
    public void Through_a_helper() => Helper.Check();

    private sealed class Helper
    {
        internal static void Check() => Assert.AuditAuc(Watched.Model, Watched.Data).MatchesBaseline(Watched.Options);
    }
}

/// <summary>Inherited by two fixtures, each with a baseline of its own.</summary>
public abstract class InheritedTests
{
    [Test]
    public void Inherited() => Assert.AuditAuc(Watched.Model, Watched.Data).MatchesBaseline(Watched.Options);
}

public sealed class FirstFixture : InheritedTests;

public sealed class SecondFixture : InheritedTests;
