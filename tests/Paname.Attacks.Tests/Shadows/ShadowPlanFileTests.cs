using Paname.Attacks.Data;
using Paname.Attacks.Shadows;

namespace Paname.Attacks.Tests.Shadows;

public sealed class ShadowPlanFileTests
{
    private readonly MembershipData _data = ShadowFixtures.Audited(9, 8);

    [Fact]
    public void What_is_saved_is_loaded()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("paname-plan-").FullName, "plan.json");
        ShadowPlan plan = ShadowPlan.Online(_data, 6, 2);

        plan.Save(path);
        ShadowPlan loaded = ShadowPlan.Load(path);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

        AssertSame(plan, loaded);
        loaded.Require(_data);
    }

    [Fact]
    public void An_offline_plan_is_read_back()
    {
        ShadowPlan plan = ShadowPlan.Offline(_data, ShadowFixtures.Records(13, 50), 3, 2, 0.3);
        ShadowPlan read = ShadowPlan.FromJson(plan.ToJson());
        AssertSame(plan, read);
        Assert.Equal(ShadowFixtures.Flags(plan.PopulationInclusion!, 2), ShadowFixtures.Flags(read.PopulationInclusion!, 2));
        Assert.Equal(plan.PopulationFingerprint, read.PopulationFingerprint);
    }

    [Fact]
    public void Flags_are_bits_lowest_first()
    {
        Assert.Equal(Convert.ToBase64String([0b101, 0b1]), FlagText.Write([true, false, true, false, false, false, false, false, true]));
        var flags = new bool[9];
        Assert.False(FlagText.TryRead(Convert.ToBase64String([0b101, 0b11]), flags));
        Assert.False(FlagText.TryRead(Convert.ToBase64String([0b101]), flags));
        Assert.False(FlagText.TryRead("no base64", flags));
    }

    [Theory]
    [InlineData("\"kind\": \"online\"", "\"kind\": \"fair\"", "the kind is neither online nor offline")]
    [InlineData("\"kind\": \"online\"", "\"kind\": \"offline\"", "an offline plan needs a population")]
    [InlineData("\"kind\": \"online\"", "\"kind\": \"online\", \"kind\": \"online\"", "repeated")]
    [InlineData("\"kind\": \"online\"", "\"kind\": \"online\", \"coin\": 1", "unknown")]
    [InlineData("\"kind\": \"online\",", "", "missing")]
    [InlineData("paname-shadow-plan/1", "paname-shadow-plan/2", "of another schema than paname-shadow-plan/1")]
    [InlineData("\"schema\"", "\"scheme\"", "names no schema")]
    [InlineData("\"records\": 17", "\"records\": 16", "are not 16 bits in base64")]
    [InlineData("\"records\": 17", "\"records\": 2000000000", "too many records")]
    [InlineData("\"records\": 17", "\"records\": 1000000000", "are not 1000000000 bits in base64")]
    [InlineData("\"records\": 17", "\"records\": \"17\"", "of another type")]
    [InlineData("\"seed\": ", "\"seed\": -", "its seed negative")]
    [InlineData("{", "[", "malformed")]
    public void Anything_else_is_refused(string from, string to, string complaint)
    {
        string json = ShadowPlan.Online(_data, 2, 2).ToJson();
        Assert.Contains(from, json, StringComparison.Ordinal);

        string message = Assert.Throws<PanameDataException>(() => ShadowPlan.FromJson(json.Replace(from, to, StringComparison.Ordinal))).Message;

        Assert.Contains(complaint, message, StringComparison.Ordinal);
        Assert.StartsWith("The shadow plan is ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_is_not_balanced_is_refused()
    {
        ShadowPlan plan = ShadowPlan.Online(_data, 2, 2);
        string second = FlagText.Write(plan.Inclusion.Of(1));
        string json = plan.ToJson().Replace(second, FlagText.Write(plan.Inclusion.Of(0)), StringComparison.Ordinal);
        Assert.Contains("no complementary halves", Assert.Throws<PanameDataException>(() => ShadowPlan.FromJson(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Four_models_balanced_by_record_but_not_by_pair_are_refused()
    {
        // Models 1, 2, 3, 4 become 1, 3, 2, 4: each record is still in two of them.
        ShadowPlan plan = ShadowPlan.Online(_data, 4, 2);
        string two = FlagText.Write(plan.Inclusion.Of(1)), three = FlagText.Write(plan.Inclusion.Of(2));
        string json = plan.ToJson().Replace(two, "swap", StringComparison.Ordinal).Replace(three, two, StringComparison.Ordinal).Replace("swap", three, StringComparison.Ordinal);
        Assert.Contains("no complementary halves", Assert.Throws<PanameDataException>(() => ShadowPlan.FromJson(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
        => Assert.Contains("no-plan.json", Assert.Throws<PanameDataException>(() => ShadowPlan.Load("no-plan.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_plan_holds_nothing_but_hashes_seeds_and_bits()
    {
        LabelledRecords secret = new(Records.FromArray<double>(new[] { 7654321.5, 1, 2, 3, 4, 5 }, 1), [0, 1, 0, 1, 0, 1], ids: ["alice", "b", "c", "d", "e", "f"], groups: ["g-alice", "h", "i", "j", "k", "l"]);
        string json = ShadowPlan.Online(new MembershipData(secret, ShadowFixturesWithIds()), 2, 1).ToJson();
        Assert.DoesNotContain("7654321", json, StringComparison.Ordinal);
        Assert.DoesNotContain("alice", json, StringComparison.Ordinal);
    }

    private static LabelledRecords ShadowFixturesWithIds()
        => new(Records.FromArray<double>(new double[] { 11, 12 }, 1), [0, 1], ids: ["y", "z"], groups: ["y", "z"]);

    private static void AssertSame(ShadowPlan plan, ShadowPlan loaded)
    {
        Assert.Equal(plan.ToJson(), loaded.ToJson());
        Assert.Equal(plan.Kind, loaded.Kind);
        Assert.Equal(plan.Seeds, loaded.Seeds);
        Assert.Equal(plan.DataFingerprint, loaded.DataFingerprint);
        for (int model = 0; model < plan.Models; model++)
        {
            Assert.Equal(ShadowFixtures.Flags(plan.Inclusion, model), ShadowFixtures.Flags(loaded.Inclusion, model));
        }
    }
}
