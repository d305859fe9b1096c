using Paname.Attacks.Data;
using Paname.Attacks.Shadows;

namespace Paname.Attacks.Tests.Shadows;

public class ShadowPlanTests
{
    [Theory]
    [InlineData(2, 2, 2)]
    [InlineData(7, 8, 6)]
    [InlineData(10, 10, 16)]
    public void Online_puts_every_record_into_exactly_half_of_the_models(int members, int nonMembers, int models)
    {
        ShadowPlan plan = ShadowPlan.Online(ShadowFixtures.Audited(members, nonMembers), models, seed: 3);

        Assert.All(plan.Inclusion.CountIn(), count => Assert.Equal(models / 2, count));
        for (int model = 0; model < models; model += 2)
        {
            bool[] first = ShadowFixtures.Flags(plan.Inclusion, model);
            Assert.Equal(first.Select(flag => !flag), ShadowFixtures.Flags(plan.Inclusion, model + 1));
            Assert.InRange(first.Count(flag => flag) - ((members + nonMembers) / 2.0), -0.5, 0.5);
        }

        Assert.Null(plan.PopulationInclusion);
        Assert.Equal(ShadowKind.Online, plan.Kind);
    }

    [Fact]
    public void Online_draws_each_record_into_a_model_half_of_the_time()
    {
        const int Plans = 2000;
        MembershipData data = ShadowFixtures.Audited(4, 3);
        int[] counts = new int[7];
        int together = 0;
        for (int seed = 0; seed < Plans; seed++)
        {
            bool[] flags = ShadowFixtures.Flags(ShadowPlan.Online(data, 2, seed).Inclusion, 0);
            for (int i = 0; i < 7; i++)
            {
                counts[i] += flags[i] ? 1 : 0;
            }

            together += flags[0] == flags[1] ? 1 : 0;
        }

        // 4.5 standard deviations of a binomial; two of 7 records share a half with probability (3 + 2 x 3/7 ...): C(3,2)+C(4,2) = 9 of 21 pairs.
        Assert.All(counts, count => Assert.InRange(count, 900, 1100));
        Assert.InRange(together, (Plans * 9 / 21) - 100, (Plans * 9 / 21) + 100);
    }

    [Fact]
    public void Online_keeps_groups_together_and_halves_as_equal_as_their_sizes_allow()
    {
        string[] groups = ["a", "a", "a", "b", "b", "c", "d", "d", "e", "f"];
        var data = new MembershipData(ShadowFixtures.Records(5, 0, groups[..5]), ShadowFixtures.Records(5, 5, ["a", .. groups[6..]]));

        ShadowPlan plan = ShadowPlan.Online(data, 8, seed: 5);

        string[] all = [.. groups[..5], "a", .. groups[6..]];
        for (int model = 0; model < 8; model++)
        {
            bool[] flags = ShadowFixtures.Flags(plan.Inclusion, model);
            Assert.All(all.Zip(flags).GroupBy(pair => pair.First), group => Assert.Single(group.Select(pair => pair.Second).Distinct()));
            Assert.Equal(5, flags.Count(flag => flag));
        }
    }

    [Fact]
    public void Longer_plans_begin_as_shorter_ones()
    {
        MembershipData data = ShadowFixtures.Audited();
        ShadowPlan four = ShadowPlan.Online(data, 4, 9), eight = ShadowPlan.Online(data, 8, 9);

        Assert.Equal(four.Seeds, eight.Seeds.Take(4));
        Assert.All(Enumerable.Range(0, 4), model => Assert.Equal(ShadowFixtures.Flags(four.Inclusion, model), ShadowFixtures.Flags(eight.Inclusion, model)));
        Assert.Equal(8, eight.Seeds.Distinct().Count());
        Assert.All(eight.Seeds, seed => Assert.InRange(seed, 0, int.MaxValue));
        Assert.NotEqual(four.Seeds, ShadowPlan.Online(data, 4, 10).Seeds);
        Assert.NotEqual(ShadowFixtures.Flags(eight.Inclusion, 0), ShadowFixtures.Flags(eight.Inclusion, 2));
    }

    [Theory]
    [InlineData(0.5, 6)]
    [InlineData(0.25, 3)]
    [InlineData(0.75, 9)]
    public void Offline_trains_on_the_population_only(double share, int records)
    {
        ShadowPlan plan = ShadowPlan.Offline(ShadowFixtures.Audited(), ShadowFixtures.Records(12, 100), 3, 4, share);

        Assert.All(plan.Inclusion.CountIn(), count => Assert.Equal(0, count));
        Assert.Equal(20, plan.Inclusion.Records);
        Assert.All(Enumerable.Range(0, 3), model => Assert.Equal(records, ShadowFixtures.Flags(plan.PopulationInclusion!, model).Count(flag => flag)));
        int both = ShadowFixtures.Flags(plan.PopulationInclusion!, 0).Zip(ShadowFixtures.Flags(plan.PopulationInclusion!, 1)).Count(pair => pair.First && pair.Second);
        Assert.Equal(Math.Max(0, (2 * records) - 12), both);
    }

    [Fact]
    public void TrainingRecords_are_those_of_the_mask_in_order()
    {
        MembershipData data = ShadowFixtures.Audited(6, 4);
        ShadowPlan plan = ShadowPlan.Online(data, 2, 1);

        LabelledRecords records = plan.TrainingRecords(1, data);

        double[] expected = [.. Enumerable.Range(0, 10).Where(i => plan.Inclusion[1, i]).Select(i => (double)i)];
        Assert.Equal(expected, FeatureMatrix.Of(records.Records).Values.ToArray().Where((_, i) => i % 2 == 0));
        Assert.Equal(expected.Select(i => (int)i % 2), records.Labels);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1)]
    [InlineData(0)]
    public void Online_refuses_an_odd_or_too_small_number_of_models(int models)
        => Assert.Equal("models", Assert.Throws<ArgumentOutOfRangeException>(() => ShadowPlan.Online(ShadowFixtures.Audited(), models, 1)).ParamName);

    [Fact]
    public void Too_few_records_or_one_group_are_refused()
    {
        Assert.Equal(
            "Shadow models are trained on half of the audited records, and there are 3: give 4 at least.",
            Assert.Throws<PanameDataException>(() => ShadowPlan.Online(ShadowFixtures.Audited(1, 2), 2, 1)).Message);
        var one = new MembershipData(ShadowFixtures.Records(3, 0, ["a", "a", "a"]), ShadowFixtures.Records(3, 3, ["a", "a", "a"]));
        Assert.Contains("one group", Assert.Throws<PanameDataException>(() => ShadowPlan.Online(one, 2, 1)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "is 1: shadow models need 2", Assert.Throws<PanameDataException>(() => ShadowPlan.Offline(ShadowFixtures.Audited(), ShadowFixtures.Records(8, 50), 2, 1, 0.1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ShadowPlan.Offline(ShadowFixtures.Audited(), ShadowFixtures.Records(8, 50), 2, 1, 1));
    }

    [Fact]
    public void Other_data_is_refused()
    {
        MembershipData data = ShadowFixtures.Audited();
        ShadowPlan plan = ShadowPlan.Online(data, 2, 1);
        plan.Require(ShadowFixtures.Audited());
        Assert.Contains("drawn for other audited records", Assert.Throws<PanameDataException>(() => plan.Require(ShadowFixtures.Audited(9, 11))).Message, StringComparison.Ordinal);

        ShadowPlan offline = ShadowPlan.Offline(data, ShadowFixtures.Records(8, 50), 2, 1);
        Assert.Contains("none are given", Assert.Throws<PanameDataException>(() => offline.Require(data)).Message, StringComparison.Ordinal);
        Assert.Contains("other population records", Assert.Throws<PanameDataException>(() => offline.Require(data, ShadowFixtures.Records(8, 51))).Message, StringComparison.Ordinal);
    }
}
