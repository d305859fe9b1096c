using Paname.Attacks.Membership;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Membership.Likelihood;

/// <summary>LiRA against SACRO-ML, on a random forest and a logistic regression with ragged shadow models.</summary>
public sealed class SacroReferenceTests
{
    [Theory]
    [InlineData("sacro_lira_breast_cancer")]
    [InlineData("sacro_lira_digits_lr")]
    public void Arithmetic_of_every_row_is_reproduced(string name)
    {
        var reference = new ReferenceCase(name);
        double[] target = reference.Array("target_logit");
        SideLists lists = SideLists.Of(reference.Array("shadow_logits"), reference.Array("shadow_in"), target.Length);
        double allIn = SideLists.Deviation([.. lists.In.SelectMany(x => x)]);
        double allOut = SideLists.Deviation([.. lists.Out.SelectMany(x => x)]);
        Close("score_offline", OneSided(null));
        Close("score_offline_fixvar", OneSided(allOut));
        Close("score_offline_carlini", PeerLira.Sacro(target, lists, online: false));
        Close("score_offline_carlini_fixvar", PeerLira.Sacro(target, lists, online: false, deviationOut: allOut));
        Close("score_online_carlini", PeerLira.Sacro(target, lists, online: true));
        Close("score_online_carlini_fixvar", PeerLira.Sacro(target, lists, online: true, allIn, allOut));

        void Close(string row, double[] scores)
        {
            Numbers.Close(reference.Array(row), scores);
            Assert.Equal(reference.Number("metrics", row["score_".Length..], "AUC"), ShadowFixture.Auc(reference.Array(row), reference.Array("member")), 1e-8);
        }

        double[] OneSided(double? deviation) =>
            [.. target.Select((x, i) => Math.Exp(GaussianTail.LogLower((x - SideLists.Mean(lists.Out[i])) / ((deviation ?? SideLists.Deviation(lists.Out[i])) + 1e-16))))];
    }

    [Theory]
    [InlineData("sacro_lira_breast_cancer", ShadowForm.Online, LiraVariance.PerRecord, .638632, 3e-3)]
    [InlineData("sacro_lira_breast_cancer", ShadowForm.Online, LiraVariance.Pooled, .636072, 1e-4)]
    [InlineData("sacro_lira_breast_cancer", ShadowForm.Offline, LiraVariance.PerRecord, .692232, 3e-4)]
    [InlineData("sacro_lira_breast_cancer", ShadowForm.Offline, LiraVariance.Pooled, .67036, 1e-4)]
    [InlineData("sacro_lira_digits_lr", ShadowForm.Online, LiraVariance.PerRecord, .774125, 1e-8)]
    [InlineData("sacro_lira_digits_lr", ShadowForm.Online, LiraVariance.Pooled, .78585, 1e-8)]
    [InlineData("sacro_lira_digits_lr", ShadowForm.Offline, LiraVariance.PerRecord, .736075, 1e-8)]
    [InlineData("sacro_lira_digits_lr", ShadowForm.Offline, LiraVariance.Pooled, .7281, 1e-8)]
    public void Own_figure_with_the_same_means(string name, ShadowForm form, LiraVariance variance, double own, double tolerance)
    {
        // By NumPy. The forest gives few distinct outputs: there the last digit of a mean breaks ties, hence its tolerances.
        // 3 to 17 models a side: variances are those expected of one more signal. The peer's fixed variance is that of all values, its offline-carlini is two-sided (.562 and .608).
        var reference = new ReferenceCase(name);
        ShadowFixture fixture = ShadowFixture.Of(reference.Array("target_logit"), reference.Array("shadow_logits"), reference.Array("shadow_in"), reference.Array("member"));
        double[] scores = fixture.Score(ShadowAttacks.Lira(new() { Form = form, Variance = variance, Centre = ShadowCentre.Mean }));
        Assert.Equal(own, ShadowFixture.Auc(scores, reference.Array("member")), tolerance);
    }
}
