using FsCheck;
using FsCheck.Fluent;
using Paname.Attacks.Data;
using Paname.Attacks.Data.Hygiene;

namespace Paname.Attacks.Tests.Data;

public sealed class SplitHygieneTests
{
    [Fact]
    public void Hygiene_of_the_credit_split_reports_only_its_one_repeated_member()
    {
        MembershipData data = MembershipData.FromCsv("TestData/credit/credit_train.csv", "TestData/credit/credit_holdout.csv", "Bad", "Id");

        HygieneFinding finding = Assert.Single(data.Hygiene.Findings);
        Assert.Equal((HygieneKind.RepeatedRecord, false, 1), (finding.Kind, finding.IsFatal, finding.Count));
        Assert.StartsWith("1 member repeats an earlier one, with the same features and label: member #", finding.Message, StringComparison.Ordinal);
        data.Hygiene.ThrowIfFatal();
    }

    [Fact]
    public void Clean_split_has_no_finding()
    {
        SplitHygiene hygiene = Data([[1, 2], [3, 4]], [0, 1], [[5, 6], [7, 8]], [0, 1]).Hygiene;

        Assert.Empty(hygiene.Findings);
        Assert.False(hygiene.IsFatal);
    }

    [Fact]
    public void Shared_record_is_fatal_and_names_both_sides()
    {
        SplitHygiene hygiene = Data([[1, 2], [3, 4]], [0, 1], [[5, 6], [3, 4]], [0, 1]).Hygiene;

        HygieneFinding finding = Assert.Single(hygiene.Findings);
        Assert.Equal((HygieneKind.SharedRecord, true, 1), (finding.Kind, finding.IsFatal, finding.Count));
        Assert.Equal("1 member is also among the non-members, with the same features and label: member #2 = non-member #2. Remove every such record from the non-members.", finding.Message);
        Assert.Equal(finding.Message, Assert.Throws<PanameDataException>(hygiene.ThrowIfFatal).Message);
    }

    [Fact]
    public void More_than_five_shared_records_are_counted_and_five_are_named()
    {
        float[][] members = [.. Enumerable.Range(0, 9).Select(i => new float[] { i })];
        float[][] nonMembers = [.. Enumerable.Range(2, 9).Select(i => new float[] { i })];
        HygieneFinding finding = Assert.Single(Data(members, [0, 1, 0, 1, 0, 1, 0, 1, 0], nonMembers, [0, 1, 0, 1, 0, 1, 0, 1, 0]).Hygiene.Findings);

        Assert.Equal(7, finding.Count);
        Assert.Contains(": member #3 = non-member #1, member #4 = non-member #2, member #5 = non-member #3, member #6 = non-member #4, member #7 = non-member #5 and 2 more.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Zero_equals_negative_zero()
        => Assert.Equal(HygieneKind.SharedRecord, Assert.Single(Data([[0f, 1], [2, 2]], [0, 1], [[-0f, 1], [3, 3]], [0, 1]).Hygiene.Findings).Kind);

    [Fact]
    public void Same_features_with_another_label_are_reported_but_not_fatal()
    {
        HygieneFinding finding = Assert.Single(Data([[1, 2], [3, 4]], [0, 1], [[5, 6], [3, 4]], [1, 0]).Hygiene.Findings);

        Assert.Equal((HygieneKind.ConflictingLabel, false, 1), (finding.Kind, finding.IsFatal, finding.Count));
        Assert.Contains("member #2 and non-member #2", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Identical_sides_are_one_fatal_finding()
    {
        HygieneFinding finding = Assert.Single(Data([[1], [2]], [0, 1], [[1], [2]], [0, 1]).Hygiene.Findings);

        Assert.Equal((HygieneKind.IdenticalSides, true, 2), (finding.Kind, finding.IsFatal, finding.Count));
    }

    [Fact]
    public void Shared_id_is_fatal_and_shared_group_is_reported_without_printing_either()
    {
        MembershipData data = Data([[1], [2]], [0, 1], [[3], [4]], [0, 1])
            .WithIds(["a", Token.Text], [Token.Text, "b"])
            .WithGroups([Token.Text, Token.Text], ["g", Token.Text]);

        Assert.Equal([HygieneKind.SharedId, HygieneKind.SharedGroup], data.Hygiene.Findings.Select(finding => finding.Kind));
        Assert.Equal([true, false], data.Hygiene.Findings.Select(finding => finding.IsFatal));
        Assert.Contains("1 id is on both sides: member #2 and non-member #1.", data.Hygiene.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("1 group has records on both sides, for example: member #1 and non-member #2.", data.Hygiene.Findings[1].Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Token.Text, string.Concat(data.Hygiene.Findings), StringComparison.Ordinal);
        Token.Hidden("1 id is on both sides", data.Hygiene.ThrowIfFatal);
    }

    [Fact]
    public void Ids_are_printed_only_when_declared_opaque()
    {
        MembershipData data = Data([[1], [2]], [0, 1], [[3], [4]], [0, 1]).WithIds(["k7", "k8"], ["k9", "k7"], showIds: true);

        Assert.Contains("member #1 (id k7) and non-member #2 (id k7)", data.Hygiene.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_features_never_appear()
    {
        LabelledRecords Side(params string[] texts) => new(new Records(new RecordField<string>("Name", texts, [])), [.. texts.Select((_, i) => i % 2)]);
        var data = new MembershipData(Side(Token.Text, "a", Token.Text), Side(Token.Text, "b"));

        Assert.Equal([HygieneKind.SharedRecord, HygieneKind.RepeatedRecord], data.Hygiene.Findings.Select(finding => finding.Kind));
        Assert.DoesNotContain(Token.Text, string.Concat(data.Hygiene.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void Class_balance_is_reported_at_one_in_a_thousand_with_shares()
    {
        MembershipData data = Balanced(400, 200, 400, 260).WithClassNames("good", "bad");

        HygieneFinding finding = Assert.Single(data.Hygiene.Findings);
        Assert.Equal(HygieneKind.ClassBalance, finding.Kind);
        Assert.Contains("class 0 (good) 50.0 % of members and 35.0 % of non-members; class 1 (bad) 50.0 % of members and 65.0 % of non-members.", finding.Message, StringComparison.Ordinal);
        Assert.Empty(Balanced(400, 200, 400, 240).Hygiene.Findings);
    }

    // scipy.stats.chi2_contingency([[m...], [n...]], correction=False)
    [Theory]
    [InlineData(200, 200, 140, 260, 1.777171793754245e-05)]
    [InlineData(200, 200, 160, 240, 4.473649256611767e-03)]
    [InlineData(618, 1582, 618, 1582, 1.0)]
    public void PValue_equals_scipy(int member0, int member1, int nonMember0, int nonMember1, double expected)
        => Assert.Equal(expected, ClassBalanceTest.PValue([(member0, nonMember0), (member1, nonMember1)], member0 + member1, nonMember0 + nonMember1), 1e-12);

    [Fact]
    public void PValue_pools_rare_classes()
        => Assert.Equal(
            ClassBalanceTest.PValue([(100, 100), (90, 80), (10, 20)], 200, 200),
            ClassBalanceTest.PValue([(100, 100), (90, 80), .. Enumerable.Range(0, 10).Select(_ => (1, 2))], 200, 200),
            1e-12);

    [Fact]
    public void Absent_class_and_single_class_are_reported()
    {
        HygieneFinding absent = Assert.Single(Data([[1], [2]], [0, 2], [[3], [4]], [0, 0]).Hygiene.Findings);
        HygieneFinding single = Assert.Single(Data([[1], [2]], [1, 1], [[3], [4]], [1, 1]).Hygiene.Findings);

        Assert.Equal(HygieneKind.AbsentClass, absent.Kind);
        Assert.Contains("1 class is on one side only: class 2 (only among members).", absent.Message, StringComparison.Ordinal);
        Assert.Equal(HygieneKind.SingleClass, single.Kind);
    }

    [Fact]
    public void Shared_records_equal_a_brute_force_count()
        => Check.One(
            Config.QuickThrowOnFailure.WithReplay(13, 17),
            Prop.ForAll<byte[], byte[]>((left, right) =>
            {
                if (left.Length == 0 || right.Length == 0 || left.SequenceEqual(right))
                {
                    return true;
                }

                long[] members = [.. left.Select(value => (long)(value % 8))];
                long[] nonMembers = [.. right.Select(value => (long)(value % 8))];
                if (members.SequenceEqual(nonMembers))
                {
                    return true;
                }

                MembershipData data = MembershipData.FromArrays<long>(members, new int[members.Length], nonMembers, new int[nonMembers.Length], [1]);
                int found = data.Hygiene.Findings.SingleOrDefault(finding => finding.Kind == HygieneKind.SharedRecord)?.Count ?? 0;
                int repeated = data.Hygiene.Findings.Where(finding => finding.Kind == HygieneKind.RepeatedRecord).Sum(finding => finding.Count);
                return found == members.Count(nonMembers.Contains)
                    && repeated == members.Length - members.Distinct().Count() + nonMembers.Length - nonMembers.Distinct().Count();
            }));

    private static MembershipData Data(float[][] members, int[] memberLabels, float[][] nonMembers, int[] nonMemberLabels)
        => MembershipData.FromArrays(members, memberLabels, nonMembers, nonMemberLabels);

    private static MembershipData Balanced(int members, int memberOnes, int nonMembers, int nonMemberOnes)
        => MembershipData.FromArrays<double>(
            Enumerable.Range(0, members).Select(i => (double)i).ToArray(),
            [.. Enumerable.Range(0, members).Select(i => i < memberOnes ? 1 : 0)],
            Enumerable.Range(0, nonMembers).Select(i => -1.0 - i).ToArray(),
            [.. Enumerable.Range(0, nonMembers).Select(i => i < nonMemberOnes ? 1 : 0)],
            [1]);
}
