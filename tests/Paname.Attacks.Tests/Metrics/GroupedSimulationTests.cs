using System.Globalization;
using Paname.Attacks.Metrics;
using Xunit.Abstractions;

namespace Paname.Attacks.Tests.Metrics;

/// <summary>
/// Records of one person resemble each other: bounds that count records miss far too often, bounds that count persons hold.
/// PANAME_SIMULATION_REPLICATES sets the replicates per row (416 unless given).
/// </summary>
public sealed class GroupedSimulationTests(ITestOutputHelper output)
{
    private const int RecordsEach = 6;
    private const int Records = 2400; // sets the replicates

    // A person's level explains 90 % of the variance of a score.
    private static readonly double Common = Math.Sqrt(0.9);
    private static readonly double Own = Math.Sqrt(0.1);

    [Theory]
    [InlineData(50, 0.55, false)]
    [InlineData(200, 0.55, false)]
    [InlineData(200, 0.8, false)]
    [InlineData(200, 0.55, true)]
    public void Auc_bounds_hold_for_persons_where_record_bounds_miss(int persons, double auc, bool shared)
    {
        double shift = -Math.Sqrt(2) * Quantiles.NormalUpper(auc);
        (double pass, double leak) = Simulation.Rates(
            $"groups/{persons}/{auc}/{shared}", Records, r => Auc.Estimate(Draw(r, persons, shift, shared, grouped: true)), e => e.Upper < auc, e => e.Lower > auc);
        (double naivePass, double naiveLeak) = Simulation.Rates(
            $"groups/{persons}/{auc}/{shared}", Records, r => Auc.Estimate(Draw(r, persons, shift, shared, grouped: false)), e => e.Upper < auc, e => e.Lower > auc);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {persons} persons per side{(shared ? ", half of them on both sides" : string.Empty)} | {auc} | {pass:0.0000} / {leak:0.0000} | {naivePass:0.0000} / {naiveLeak:0.0000} |"));
        Assert.InRange(pass, 0, Simulation.Allowed(0.05, Records));
        Assert.InRange(leak, 0, Simulation.Allowed(0.05, Records));
        Assert.True(naivePass > 0.1 && naiveLeak > 0.1);
    }

    [Fact]
    public void Tpr_bounds_hold_for_persons()
    {
        const double Fpr = 0.05;
        double truth = Quantiles.NormalCdf(1 - Quantiles.NormalUpper(Fpr));
        (double low, double high) = Simulation.Rates(
            $"groups/tpr", Records, r => TprAtFpr.Estimate(Draw(r, 400, 1, shared: false, grouped: true), Fpr, seed: r.Next()), e => e.Upper < truth, e => e.Lower > truth);
        (double naiveLow, double naiveHigh) = Simulation.Rates(
            $"groups/tpr", Records, r => TprAtFpr.Estimate(Draw(r, 400, 1, shared: false, grouped: false), Fpr), e => e.Upper < truth, e => e.Lower > truth);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| TPR at 5 % FPR, 400 persons per side | {truth:0.0000} | {low:0.0000} / {high:0.0000} | {naiveLow:0.0000} / {naiveHigh:0.0000} |"));
        Assert.InRange(low, 0, Simulation.Allowed(0.05, Records));
        Assert.InRange(high, 0, Simulation.Allowed(0.05, Records));
        Assert.True(naiveLow > 0.06 && naiveHigh > 0.06);
    }

    [Fact]
    public void Correctness_bounds_hold_for_persons()
    {
        // Each person is right on all records or on none, 9 and 8 of 10 persons: AUC .55.
        (double pass, double leak) = Simulation.Rates(
            $"groups/correctness",
            Records,
            r => Auc.Estimate(DrawRight(r, 200)),
            static e => e.Upper < 0.55,
            static e => e.Lower > 0.55);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| correctness, 200 persons per side | 0.55 | {pass:0.0000} / {leak:0.0000} | |"));
        Assert.InRange(pass, 0, Simulation.Allowed(0.05, Records));
        Assert.InRange(leak, 0, Simulation.Allowed(0.05, Records));
    }

    private static ScoreSample Draw(Random random, int persons, double shift, bool shared, bool grouped)
    {
        double[] members = new double[persons * RecordsEach];
        double[] nonMembers = new double[persons * RecordsEach];
        string[] memberGroups = new string[members.Length];
        string[] nonMemberGroups = new string[members.Length];
        for (int p = 0; p < persons; p++)
        {
            double level = Common * Samples.NextNormal(random);
            bool both = shared && p % 2 == 0;
            double other = both ? level : Common * Samples.NextNormal(random);
            for (int i = p * RecordsEach; i < (p + 1) * RecordsEach; i++)
            {
                members[i] = shift + level + (Own * Samples.NextNormal(random));
                nonMembers[i] = other + (Own * Samples.NextNormal(random));
                memberGroups[i] = $"{p}";
                nonMemberGroups[i] = both ? $"{p}" : $"other {p}";
            }
        }

        return grouped ? ScoreSample.Create(members, nonMembers, memberGroups, nonMemberGroups) : ScoreSample.Create(members, nonMembers);
    }

    private static ScoreSample DrawRight(Random random, int persons)
    {
        double[] members = new double[persons * RecordsEach];
        double[] nonMembers = new double[persons * RecordsEach];
        string[] memberGroups = new string[members.Length];
        string[] nonMemberGroups = new string[members.Length];
        for (int p = 0; p < persons; p++)
        {
            double right = random.NextDouble() < 0.9 ? 1 : 0;
            double other = random.NextDouble() < 0.8 ? 1 : 0;
            for (int i = p * RecordsEach; i < (p + 1) * RecordsEach; i++)
            {
                (members[i], nonMembers[i]) = (right, other);
                (memberGroups[i], nonMemberGroups[i]) = ($"m{p}", $"n{p}");
            }
        }

        return ScoreSample.Create(members, nonMembers, memberGroups, nonMemberGroups);
    }
}
