using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Audits;

/// <summary>A subject is set up once, audited, and what it loaded is disposed.</summary>
public sealed class SubjectTests
{
    private readonly Gate _gate = new();

    [Fact]
    public void Subject_is_set_up_once_and_disposed_with_its_model()
    {
        foreach (string attack in PrivacyAudits.RowNames)
        {
            MembershipInferenceResult row = _gate.Audits.Row(typeof(CountedSubject), attack, seed: 3);
            if (row.NotApplicable is null)
            {
                row.Auc.IsBelow(.6);
            }
        }

        _gate.Audits.Subject<CountedSubject>(seed: 3).Auc.IsBelow(.6);
        Assert.Empty(_gate.Failures);
        Assert.Equal((1, 1, 1, 1000, 3), (CountedSubject.SetUps, CountedSubject.Model.Disposals, CountedSubject.Disposals, CountedSubject.Model.Scored, CountedSubject.Seed));
    }

    [Fact]
    public void Nothing_runs_before_the_result_is_looked_at()
    {
        MembershipInferenceResult row = _gate.Audits.Row(typeof(ThrowingSubject), "Loss");
        Assert.False(row.WasJudged);
        Assert.Equal("set up", Assert.Throws<InvalidOperationException>(() => row.Auc.IsBelow(.6)).Message);
        Assert.False(row.WasJudged);
    }

    [Fact]
    public void Row_of_an_attack_that_cannot_run_says_why()
        => Assert.Equal("ranks records as Loss does when there are two classes", _gate.Audits.Row(typeof(CountedSubject), "ModifiedEntropy", seed: 3).NotApplicable);

    [Fact]
    public void Judging_marks_the_row_until_it_begins_anew()
    {
        MembershipInferenceResult row = _gate.Audits.Row(typeof(CountedSubject), "Loss", seed: 3);
        row.Auc.IsBelow(.6);
        Assert.True(row.WasJudged);
        row.Begin();
        Assert.False(row.WasJudged);
    }

    [Fact]
    public void Metric_the_attack_does_not_give_leaves_the_row_unjudged_with_a_reason()
    {
        MembershipInferenceResult row = _gate.Audits.Row(typeof(CountedSubject), "Correctness", seed: 3);
        row.TprAt(.01).IsBelow(.03);
        Assert.Empty(_gate.Failures);
        Assert.False(row.WasJudged);
        Assert.StartsWith("a yes or no has no threshold", row.NotApplicable, StringComparison.Ordinal);
        row.Auc.IsBelow(.6);
        Assert.Null(row.NotApplicable);
    }

    [Fact]
    public void Time_up_stops_the_audit_and_says_so()
    {
        using MembershipInferenceResult row = _gate.Audits.Row(typeof(EndlessSubject), "Loss");
        row.Begin(milliseconds: 50);
        Assert.Contains("did not finish within the 50 ms", Assert.Throws<TimeoutException>(() => row.Auc.IsBelow(.6)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancellation_from_outside_stays_a_cancellation()
    {
        using var source = new CancellationTokenSource();
        using MembershipInferenceResult row = _gate.Audits.Row(typeof(EndlessSubject), "Loss");
        row.Begin(milliseconds: 0, source.Token);
        source.CancelAfter(50);
        Assert.ThrowsAny<OperationCanceledException>(() => row.Auc.IsBelow(.6));
    }

    [Theory]
    [InlineData(null, "names no subject")]
    [InlineData(typeof(string), "does not derive from MembershipSubject")]
    [InlineData(typeof(MembershipSubject), "does not derive from MembershipSubject")]
    [InlineData(typeof(AbstractSubject), "concrete class")]
    [InlineData(typeof(NeedySubject), "public parameterless constructor")]
    [InlineData(typeof(GenericSubject<>), "concrete class")]
    public void Misuse_of_a_type_is_named(Type? type, string said) => Assert.Contains(said, PrivacyAudits.SubjectMisuse(type), StringComparison.Ordinal);

    [Fact]
    public void Proper_subject_is_no_misuse() => Assert.Null(PrivacyAudits.SubjectMisuse(typeof(CountedSubject)));

    public sealed class CountedSubject : MembershipSubject, IDisposable
    {
        internal static int SetUps;
        internal static int Disposals;
        internal static int Seed;

        internal static CountingClassifier Model { get; } = Synthetic.Model();

        public void Dispose() => Interlocked.Increment(ref Disposals);

        protected override MembershipSetup SetUp(AuditContext context)
        {
            Interlocked.Increment(ref SetUps);
            Seed = context.Seed;
            return new(Model, Synthetic.Data(500, leak: 0, seed: 21));
        }
    }

    public sealed class ThrowingSubject : MembershipSubject
    {
        protected override MembershipSetup SetUp(AuditContext context) => throw new InvalidOperationException("set up");
    }

    public sealed class EndlessSubject : MembershipSubject
    {
        protected override MembershipSetup SetUp(AuditContext context)
        {
            context.CancellationToken.WaitHandle.WaitOne();
            context.CancellationToken.ThrowIfCancellationRequested();
            return new(Synthetic.Model(), Synthetic.Data(500, leak: 0));
        }
    }

    public abstract class AbstractSubject : MembershipSubject;

    public sealed class NeedySubject(int number) : MembershipSubject
    {
        protected override MembershipSetup SetUp(AuditContext context) => new(Synthetic.Model(), Synthetic.Data(number, leak: 0));
    }

    public sealed class GenericSubject<T> : MembershipSubject
    {
        protected override MembershipSetup SetUp(AuditContext context) => throw new InvalidOperationException(typeof(T).Name);
    }
}
