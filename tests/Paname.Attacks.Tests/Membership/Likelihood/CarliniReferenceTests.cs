using Paname.Attacks.Membership;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Membership.Likelihood;

/// <summary>LiRA against plot.py of Carlini et al. (tensorflow/privacy), whose scores are lower for members.</summary>
public sealed class CarliniReferenceTests
{
    [Fact]
    public void Online_with_own_variances_is_the_authors_implementation()
    {
        var reference = new ReferenceCase("lira_tf_balanced");
        double[] scores = Fixture(reference).Score(ShadowAttacks.Lira(new() { Variance = LiraVariance.PerRecord }));
        Numbers.Close(Numbers.Negated(reference.Array("score_online")), scores);
        Check(reference, "online", scores);
    }

    [Theory]
    [InlineData("lira_tf_balanced")]
    [InlineData("lira_tf_unbalanced")]
    public void Arithmetic_of_every_row_is_reproduced(string name)
    {
        var reference = new ReferenceCase(name);
        double[] target = reference.Array("target_signals");
        SideLists lists = SideLists.Of(reference.Array("shadow_signals"), reference.Array("shadow_keep"), target.Length).Truncated();
        double allIn = SideLists.Deviation([.. lists.In.SelectMany(x => x)]);
        double allOut = SideLists.Deviation([.. lists.Out.SelectMany(x => x)]);
        Numbers.Close(reference.Array("score_online"), PeerLira.Online(target, lists));
        Numbers.Close(reference.Array("score_offline"), PeerLira.Offline(target, lists));
        Numbers.Close(reference.Array("score_offline_fixvar"), PeerLira.Offline(target, lists, allOut));
        Numbers.Close(reference.Array("score_online_fixvar_corrected"), PeerLira.Online(target, lists, allIn, allOut));
        // The peer takes the deviation of the models trained on records for those trained without them too.
        Numbers.Close(reference.Array("score_online_fixvar"), PeerLira.Online(target, lists, allIn, allIn));
        Numbers.Close(reference.Array("score_global"), Numbers.Negated(target));
        Check(reference, "global", target);
    }

    [Theory]
    [InlineData("lira_tf_balanced", ShadowForm.Online, LiraVariance.Auto, .88003911284946, .8767056313613939)]
    [InlineData("lira_tf_balanced", ShadowForm.Offline, LiraVariance.PerRecord, .8359482643673052, .745410907151429)]
    [InlineData("lira_tf_balanced", ShadowForm.Offline, LiraVariance.Auto, .8185697142095205, .7444775323347704)]
    [InlineData("lira_tf_unbalanced", ShadowForm.Online, LiraVariance.PerRecord, .9005067675925332, .8481621656296107)]
    [InlineData("lira_tf_unbalanced", ShadowForm.Online, LiraVariance.Auto, .8776060042337546, .864199114760408)]
    [InlineData("lira_tf_unbalanced", ShadowForm.Offline, LiraVariance.PerRecord, .8265443582012959, .7203797549554173)]
    [InlineData("lira_tf_unbalanced", ShadowForm.Offline, LiraVariance.Auto, .824940663288216, .7174289563153505)]
    public void Own_figure_beside_the_rows_with_a_defect(string name, ShadowForm form, LiraVariance variance, double own, double peer)
    {
        // The peer pools all values instead of residuals, cuts ragged lists to the shortest, and takes a low signal for a sign of membership offline (two-sided density).
        var reference = new ReferenceCase(name);
        double auc = ShadowFixture.Auc(Fixture(reference).Score(ShadowAttacks.Lira(new() { Form = form, Variance = variance })), reference.Array("target_member"));
        Assert.Equal(own, auc, 1e-9);
        Assert.True(own > peer);
    }

    private static ShadowFixture Fixture(ReferenceCase reference)
        => ShadowFixture.Of(reference.Array("target_signals"), reference.Array("shadow_signals"), reference.Array("shadow_keep"), reference.Array("target_member"));

    private static void Check(ReferenceCase reference, string row, double[] scores)
    {
        double[] member = reference.Array("target_member");
        Assert.Equal(reference.Number(row, "auc"), ShadowFixture.Auc(scores, member), 1e-9);
        Assert.Equal(reference.Number(row, "tpr_at_fpr_0_01"), ShadowFixture.Tpr(scores, member, .01), 12);
        Assert.Equal(reference.Number(row, "tpr_at_fpr_0_1"), ShadowFixture.Tpr(scores, member, .1), 12);
    }
}
