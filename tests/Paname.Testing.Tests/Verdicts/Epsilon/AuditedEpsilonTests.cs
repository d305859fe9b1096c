using System.Globalization;
using System.Text.Json;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Verdicts;

/// <summary>A claimed epsilon is refuted or not refuted, never passed; the text says what the figure is.</summary>
public sealed class AuditedEpsilonTests
{
    private static readonly EpsilonOptions Coins = new() { Inclusion = Inclusion.FairCoins };

    private readonly Gate _gate = new();

    [Fact]
    public void Reached_claim_fails_the_test_and_a_higher_one_does_not()
    {
        AuditedEpsilon epsilon = Audit(Synthetic.Data(1000, leak: 2));
        double shown = epsilon.Attacks[0].Estimate.Value;
        Assert.True(shown > 1);
        epsilon.IsNotRefuted(shown + 1e-9);
        Assert.Empty(_gate.Failures);
        epsilon.IsNotRefuted(shown);
        Assert.StartsWith(
            string.Create(CultureInfo.InvariantCulture, $"Refuted empirically: an epsilon of {shown} for model.onnx; Loss shows at least {shown:F2} at delta 1E-05."),
            Assert.Single(_gate.Failures),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Level_is_shared_among_the_attacks_that_could_run()
    {
        MembershipData data = Synthetic.Data(1000, leak: 2);
        AuditedEpsilon epsilon = Audit(data);
        AuditedMetric auc = _gate.Auc(Synthetic.Model(), data);
        Assert.Equal(3, auc.Audit.Applicable.Count);
        Assert.Equal(auc.Audit.Applicable.Select(attack => attack.Name).Order(), epsilon.Attacks.Select(attack => attack.Attack).Order());
        Assert.All(epsilon.Attacks, attack => Assert.Equal(0.05 / 3, attack.Estimate.Level));
        ScoreSample loss = auc.Audit.Applicable.Single(attack => attack.Name == "Loss").Sample!;
        Assert.Equal(EpsilonAudit.FromScores(loss, 1e-5, new() { Level = 0.05 / 3 }).Value, epsilon.Attacks[0].Estimate.Value);
        Assert.True(EpsilonAudit.FromScores(loss, 1e-5).Value > epsilon.Attacks[0].Estimate.Value);
        Assert.Contains("one threshold", epsilon.Attacks.Single(attack => attack.Attack == "Correctness").Estimate.Correction, StringComparison.Ordinal);
    }

    [Fact]
    public void Not_refuted_says_that_it_shows_nothing()
    {
        EpsilonVerdict verdict = Audit(Synthetic.Data(1000, leak: 0)).Judge(1);
        Assert.False(verdict.IsRefuted);
        Assert.True(verdict.CouldRefute);
        string[] lines = verdict.Message.Split(Environment.NewLine);
        Assert.Equal("Not refuted: an epsilon of 1 for model.onnx; nor is it shown. A weak attack proves nothing.", lines[0]);
        Assert.Equal("  model.onnx: 1,000 members against 1,000 non-members, attack set smoke/1", lines[1]);
        Assert.Equal("  attack       epsilon at least  verdict", lines[3]);
        Assert.Contains(lines, line => line.StartsWith("  Loss ", StringComparison.Ordinal) && line.EndsWith("0.0000  does not refute the claim", StringComparison.Ordinal));
        Assert.Contains("  ModifiedEntropy not applicable: ranks records as Loss does when there are two classes", lines);
        Assert.Contains(lines, line => line.StartsWith("  Empirical, not a DP bound: ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("shared among 3 attacks", StringComparison.Ordinal) && line.Contains("5 % in all", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("It never passes: a bound below the claim is no evidence of safety.", StringComparison.Ordinal));
        Assert.Contains("  Seed 1; replay: PANAME_SEED=1 dotnet test --filter \"FullyQualifiedName~Tests.Epsilon\"", lines);
        Assert.Contains(lines, line => line.StartsWith("  A perfect attack on as many records would show ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1000, 0, 1)]
    [InlineData(1000, 2, 1)]
    [InlineData(60, 0, 8)]
    public void No_claim_beyond_the_attacks_is_printed(int perSide, double leak, double claim)
    {
        string message = Audit(Synthetic.Data(perSide, leak)).Judge(claim).Message;
        Assert.All(["anonymous", "compliant", "Shown:", "Pass:", "member #"], word => Assert.DoesNotContain(word, message, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Too_few_records_are_said_to_be_too_few()
    {
        EpsilonVerdict verdict = Audit(Synthetic.Data(60, leak: 3)).Judge(8);
        Assert.False(verdict.IsRefuted);
        Assert.False(verdict.CouldRefute);
        Assert.Contains("Too few records: even a perfect attack would show ", verdict.Message, StringComparison.Ordinal);
        Assert.Contains("cannot refute 8 whatever the model is", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fair_coins_give_a_bound_of_differential_privacy()
    {
        AuditedEpsilon epsilon = Audit(Synthetic.Data(1010, 990, leak: 3), Coins);
        AttackEpsilon strongest = epsilon.Attacks[0];
        Assert.Equal((EpsilonKind.DpBound, EpsilonMethod.OneRun), (strongest.Estimate.Kind, strongest.Estimate.Method));
        string message = epsilon.Judge(1).Message;
        Assert.StartsWith("Refuted: an epsilon of 1 for model.onnx; Loss shows at least ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("mpirical", message, StringComparison.Ordinal);
        Assert.Contains("  Rests on: every record put in by its own fair coin, independently of the others.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("exactly as many", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Halves_of_one_size_are_doubted_and_lopsided_ones_refused()
    {
        Assert.Contains("Balanced halves are not independent coins", Audit(Synthetic.Data(500, leak: 0), Coins).Judge(1).Message, StringComparison.Ordinal);
        PanameDataException refusal = Assert.Throws<PanameDataException>(() => Audit(Synthetic.Data(1000, 500, leak: 0), Coins).Judge(1));
        Assert.Contains("Fair coins do not put 1,000 records in and leave 500 out.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_of_training_runs_give_a_bound_of_differential_privacy()
    {
        ScoreSample runs = ScoreSample.Create([.. Enumerable.Range(0, 500).Select(i => 1000.0 + i)], [.. Enumerable.Range(0, 500).Select(i => (double)i)]);
        AuditedEpsilon epsilon = _gate.Audits.Epsilon(runs, 0, new() { Inclusion = Inclusion.IndependentRuns, Thresholds = EpsilonThresholds.Fixed, Threshold = 700, Level = 0.01 });
        Assert.Equal(4.54191581, epsilon.Attacks[0].Estimate.Value, 5e-9);
        Assert.Equal(EpsilonKind.DpBound, epsilon.Attacks[0].Estimate.Kind);
        epsilon.IsNotRefuted(4.55);
        Assert.Empty(_gate.Failures);
        epsilon.IsNotRefuted(4.54);
        Assert.StartsWith("Refuted: an epsilon of 4.54 for the scores given; Scores shows at least 4.54 at delta 0.", Assert.Single(_gate.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Shifted_split_refutes_nothing()
    {
        MembershipData data = Memorised.Data(1000, shift: 1);
        var setup = new MembershipSetup(Memorised.Model(data, leak: 1.5), data);
        AuditOptions options = new() { Set = new AttackSet("loss/1", [MembershipAttacks.Loss]), Controls = true };
        EpsilonVerdict doubted = _gate.Audits.Epsilon(setup, audit: options).Judge(0.5);
        Assert.False(doubted.IsRefuted);
        AttackEpsilon loss = Assert.Single(doubted.Attacks);
        Assert.True(loss.Estimate.Value > 0.5);
        Assert.StartsWith("shifted split: without the model,", loss.Doubt, StringComparison.Ordinal);
        Assert.StartsWith("Not refuted: an epsilon of 0.5 for memorised; nor is it shown. Loss reaches it, but not by the model alone.", doubted.Message, StringComparison.Ordinal);
        Assert.Contains("does not refute the claim: shifted split:", doubted.Message, StringComparison.Ordinal);
        Assert.Contains("  - mend what the table names:", doubted.Message, StringComparison.Ordinal);
        Assert.True(_gate.Audits.Epsilon(setup, audit: options with { Controls = false }).Judge(0.5).IsRefuted);
    }

    [Fact]
    public void Missed_planted_leak_does_not_keep_a_bound_from_refuting()
    {
        MembershipData data = Memorised.Data(1000);
        int runs = 0;
        var stubborn = new FakeAttack("Stubborn")
        {
            OnScore = (observations, run) => runs++ == 0 ? MembershipAttacks.Loss.Score(observations, run) : new AttackScores([.. Enumerable.Range(0, observations.Outputs.Count).Select(i => (double)(i * 37 % 101))]),
        };
        var setup = new MembershipSetup(Memorised.Model(data, leak: 1.5), data);
        EpsilonVerdict verdict = _gate.Audits.Epsilon(setup, audit: new AuditOptions { Set = new AttackSet("test/1", [stubborn]), Controls = true }).Judge(0.5);
        Assert.Contains("Note: positive control failed: Stubborn", verdict.Message, StringComparison.Ordinal);
        Assert.True(verdict.IsRefuted);
    }

    [Fact]
    public void Shadow_models_and_tiers_serve_the_claim()
    {
        var shadows = new FakeShadows();
        AttackSet set = new("test/1", [MembershipAttacks.Loss, new FakeAttack("Shadowed") { Needs = FakeAttack.NeedsShadows }]);
        var setup = new MembershipSetup(Synthetic.Model(), Synthetic.Data(1000, leak: 2)) { Shadows = shadows };
        AuditedEpsilon epsilon = _gate.Audits.Epsilon(setup, audit: new AuditOptions { Set = set, Seed = 4 });
        Assert.Equal(["Loss", "Shadowed"], epsilon.Attacks.Select(attack => attack.Attack).Order());
        Assert.All(epsilon.Attacks, attack => Assert.Equal(0.025, attack.Estimate.Level));
        Assert.Equal(4, Assert.Single(shadows.Requests).Seed);
        Assert.Contains("  Shadow models: 4 shadow models made up by a test.", epsilon.Judge(1).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Attacks_that_time_left_out_share_the_level_and_are_named()
    {
        var clock = new ManualClock();
        var slow = new FakeAttack("Slow")
        {
            OnScore = (observations, run) =>
            {
                clock.Advance(20);
                return MembershipAttacks.Loss.Score(observations, run);
            },
        };
        var setup = new MembershipSetup(Synthetic.Model(), Synthetic.Data(1000, leak: 2));
        AuditedEpsilon epsilon = _gate.Audits.Epsilon(
            setup, audit: new AuditOptions { Set = new AttackSet("test/1", [slow, MembershipAttacks.Loss]), TimeBudget = TimeSpan.FromSeconds(10), Clock = clock });
        Assert.Equal(0.025, Assert.Single(epsilon.Attacks).Estimate.Level);
        Assert.Contains("  Loss not run: the time budget of 10 s was used up", epsilon.Judge(1).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Claim_outside_its_range_is_refused(double claim)
        => Assert.Throws<ArgumentOutOfRangeException>(() => Audit(Synthetic.Data(100, leak: 0)).Judge(claim));

    [Fact]
    public void One_run_without_coins_is_refused()
        => Assert.Throws<ArgumentException>(() => Audit(Synthetic.Data(100, leak: 0), new() { Method = EpsilonMethod.OneRunFdp }).Judge(1));

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        MembershipData data = Synthetic.Data(300, leak: 1);
        string here = Audit(data).Judge(1.5).Message;
        string there = string.Empty;
        var thread = new Thread(() => there = Audit(data).Judge(1.5).Message) { CurrentCulture = CultureInfo.GetCultureInfo("fr-FR") };
        thread.Start();
        thread.Join();
        Assert.Equal(here, there);
    }

    private AuditedEpsilon Audit(MembershipData data, EpsilonOptions? options = null)
        => _gate.Audits.Epsilon(Synthetic.Model(), data, 1e-5, options, test: "Tests.Epsilon");

    /// <summary>The line among machine-readable results. Runs alone: it changes the environment.</summary>
    [Collection("environment")]
    public sealed class Log : IDisposable
    {
        private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("paname-epsilon-").FullName, "gates.jsonl");

        public void Dispose()
        {
            Environment.SetEnvironmentVariable(GateLog.Variable, null);
            Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
        }

        [Fact]
        public void Each_judgement_is_one_line_that_names_its_kind()
        {
            Environment.SetEnvironmentVariable(GateLog.Variable, _file);
            new Gate().Audits.Epsilon(Synthetic.Model(), Synthetic.Data(500, leak: 2)).Judge(1);
            JsonElement line = JsonDocument.Parse(Assert.Single(File.ReadAllLines(_file))).RootElement;
            Assert.Equal("epsilon", line.GetProperty("metric").GetString());
            Assert.Equal("Empirical", line.GetProperty("kind").GetString());
            Assert.Equal("Fail", line.GetProperty("verdict").GetString());
            Assert.Equal(1, line.GetProperty("limit").GetDouble());
            Assert.True(line.GetProperty("lower").GetDouble() >= 1);
        }
    }
}
