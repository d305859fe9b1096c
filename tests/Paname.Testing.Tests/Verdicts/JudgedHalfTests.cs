using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Verdicts;

/// <summary>An attack fitted to one half is judged on the other: its sizes are its own. The strongest says that it was chosen.</summary>
public sealed class JudgedHalfTests
{
    private readonly Gate _gate = new();

    [Fact]
    public void Sizes_refusals_and_needs_are_the_attacks_own()
    {
        AuditedMetric auc = Audit(Synthetic.Data(300, leak: 0));
        Assert.Equal([300, 150], auc.Audit.Applicable.Select(attack => attack.Sample!.Members));
        Verdict verdict = auc.Judge(.55);
        Assert.Contains("with 150 members and 150 non-members even a model without any leak", Of(verdict, "Learned").Reason, StringComparison.Ordinal);
        Assert.Contains("  Learned: judged on 150 of the members and 150 of the non-members; fitted to half of the records.", verdict.Message, StringComparison.Ordinal);

        // At 1,000 judged records the same limit can be settled.
        Assert.DoesNotContain("even a model", Of(Audit(Synthetic.Data(2000, leak: 0)).Judge(.55), "Learned").Reason ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_needed_are_counted_as_judged()
    {
        // The estimate lies below the limit and the bound above it, on the held-out half alone.
        AuditedMetric auc = Audit(Synthetic.Data(1000, leak: .1, seed: 9));
        double value = auc.Audit.AucOf("Learned").Value;
        Verdict verdict = auc.Judge(value + .01);
        Assert.Matches("about [0-9,]+ judged records per side would settle it", Of(verdict, "Learned").Reason);
        Assert.Matches("about [0-9,]+ records per side would settle it|estimate is at or above", Of(verdict, "Whole").Reason);
    }

    [Fact]
    public void Scores_of_unjudged_records_never_count()
    {
        // They are NaN here, which no sample takes.
        Assert.Equal(150, Audit(Synthetic.Data(300, leak: 0)).Audit.Applicable.Single(attack => attack.Name == "Learned").Sample!.NonMembers);
    }

    [Fact]
    public void Strongest_says_that_it_was_chosen_with_bounds_that_allow_for_it()
    {
        AuditedMetric auc = _gate.Auc(Synthetic.Model(), Synthetic.Data(1000, leak: 1));
        AttackEstimate strongest = auc.Strongest;
        ScoreSample sample = auc.Audit.Applicable.Single(attack => attack.Name == strongest.Attack).Sample!;
        Assert.Equal(("Loss", 3), (strongest.Attack, strongest.ChosenAmong));
        Assert.Equal(Auc.Estimate(sample), strongest.Estimate);
        Assert.Equal(Auc.Estimate(sample, .05 / 3), strongest.Adjusted);
        Assert.True(strongest.Adjusted.Lower < strongest.Estimate.Lower && strongest.Estimate.Upper < strongest.Adjusted.Upper);
        Assert.Contains(
            FormattableString.Invariant($"  Strongest: Loss, chosen among 3 by its estimate; its bounds adjusted for that: L {strongest.Adjusted.Lower:F4}  U {strongest.Adjusted.Upper:F4}."),
            auc.Judge(.6).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Adjusted_bounds_hold_for_all_attacks_at_once()
    {
        // Ten attacks of pure noise: the plain upper bound of the luckiest lies below the truth of 0.5 far less often than the plain lower bound of it lies above.
        const int Runs = 400;
        var set = new AttackSet("noise/1", [.. Enumerable.Range(0, 10).Select(i => Noise($"Noise{i}"))]);
        MembershipData data = Synthetic.Data(100, leak: 0);
        (int plain, int adjusted) = (0, 0);
        for (int seed = 0; seed < Runs; seed++)
        {
            AttackEstimate strongest = _gate.Auc(Synthetic.Model(), data, new AuditOptions { Set = set, Seed = seed }).Strongest;
            plain += strongest.Estimate.Lower > .5 ? 1 : 0;
            adjusted += strongest.Adjusted.Lower > .5 ? 1 : 0;
        }

        Assert.InRange(adjusted, 0, (int)(Runs * (.05 + (3 * Math.Sqrt(.05 * .95 / Runs)))));
        Assert.True(plain > Runs / 4, "the choice must matter, or the test shows nothing");
    }

    private static FakeAttack Noise(string name) => new(name)
    {
        OnScore = (observations, run) =>
        {
            var random = new MathNet.Numerics.Random.MersenneTwister(run.Seed);
            return new AttackScores([.. Enumerable.Range(0, observations.Outputs.Count).Select(_ => random.NextDouble())]);
        },
    };

    private static AttackVerdict Of(Verdict verdict, string attack) => verdict.Attacks.Single(judged => judged.Attack == attack);

    private AuditedMetric Audit(MembershipData data)
    {
        var learned = new FakeAttack("Learned")
        {
            OnScore = (observations, run) =>
            {
                int[] judged = [.. Enumerable.Range(0, observations.Outputs.Count).Where(record => record % 2 == 1)];
                double[] scores = MembershipAttacks.Loss.Score(observations, run).Values.ToArray();
                for (int i = 0; i < scores.Length; i += 2)
                {
                    scores[i] = double.NaN;
                }

                return new AttackScores(scores) { Judged = judged, Notes = ["fitted to half of the records"] };
            },
        };
        return _gate.Auc(Synthetic.Model(), data, new AuditOptions { Set = new AttackSet("halves/1", [new FakeAttack("Whole"), learned]) });
    }
}
