using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Testing.Tests.Audits;

/// <summary>The split is checked while the model is queried: what is told must not depend on which of the two is ready first.</summary>
public sealed class SplitCheckTests
{
    private static readonly int[] Labels = [.. Enumerable.Range(0, 60).Select(i => i % 2)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Shared_record_is_told_before_a_model_that_fails(bool splitIsReadyFirst)
    {
        Assert.Contains("also among the non-members", FailsAfterNaN(Data(firstNonMember: 6)).Message, StringComparison.Ordinal);
        Assert.Contains("is NaN", FailsAfterNaN(Data(firstNonMember: 60)).Message, StringComparison.Ordinal);

        PanameDataException FailsAfterNaN(MembershipData data)
            => Fails(
                new DelegateClassifier(OutputKind.Logits, 2, (_, outputs) =>
                {
                    outputs.Fill(double.NaN);
                    if (splitIsReadyFirst)
                    {
                        Assert.NotNull(data.Hygiene);
                    }
                }),
                data);
    }

    [Fact]
    public void Cancelled_audit_of_a_sound_split_tells_so()
    {
        using var cancel = new CancellationTokenSource();
        var model = new DelegateClassifier(OutputKind.Logits, 2, (_, _) => cancel.Cancel());

        Assert.ThrowsAny<OperationCanceledException>(() => Audits.Auc(model, Data(60), new AuditOptions { CancellationToken = cancel.Token }).Audit);
    }

    [Fact]
    public void Result_names_the_data_by_its_content()
    {
        var model = new DelegateClassifier(OutputKind.Logits, 2, (batch, outputs) => outputs[..(batch.Count * 2)].Clear());
        MembershipData data = Data(60);

        Assert.Equal(data.Fingerprint, Audits.Auc(model, data, new AuditOptions { Seed = 1 }).Audit.DataFingerprint);
    }

    private static PrivacyAudits Audits { get; } = new("none", Assert.Fail);

    private static PanameDataException Fails(DelegateClassifier model, MembershipData data)
        => Assert.Throws<PanameDataException>(() => Audits.Auc(model, data, new AuditOptions { Seed = 1 }).Audit);

    private static MembershipData Data(int firstNonMember)
        => MembershipData.FromRows<double>(60, 60, [1], (member, index, values) =>
        {
            values[0] = member ? index : firstNonMember + index;
            return Labels[index];
        });
}
