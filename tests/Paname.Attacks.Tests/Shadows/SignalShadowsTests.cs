using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Shadows;

public sealed class SignalShadowsTests : IDisposable
{
    private static readonly InclusionMask s_mask = new(2, 3, [true, false, true, false, true, false]);
    private readonly string _folder = Directory.CreateTempSubdirectory("paname-signals-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(ShadowSignalKind.ScaledLogits, -3.25, -3.25)]
    [InlineData(ShadowSignalKind.TrueClassProbabilities, 0.75, 1.0986122886681098)]
    [InlineData(ShadowSignalKind.TrueClassProbabilities, 1e-30, -69.077552789821368)]
    [InlineData(ShadowSignalKind.TrueClassProbabilities, 1, 103.61632918473205)]
    [InlineData(ShadowSignalKind.TrueClassProbabilities, 0, -103.61632918473205)]
    [InlineData(ShadowSignalKind.Losses, 0.69314718055994529, 0)]
    [InlineData(ShadowSignalKind.Losses, 1e-20, 46.051701859880914)]
    [InlineData(ShadowSignalKind.Losses, 1e-9, 20.723265836446412)]
    [InlineData(ShadowSignalKind.Losses, 3, -2.9489308190572983)]
    [InlineData(ShadowSignalKind.Losses, 800, -800)]
    [InlineData(ShadowSignalKind.Losses, 0, 103.61632918473205)]
    [InlineData(ShadowSignalKind.Residuals, -0.5, -0.5)]
    public void Each_kind_becomes_the_scale_of_attacks_without_cancellation(ShadowSignalKind kind, double value, double expected)
        => Assert.Equal(expected, SignalConversion.Of(kind, value), 1e-13 * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void Losses_and_scaled_logits_are_inverse()
    {
        for (double logit = -300; logit < 60; logit += 0.37)
        {
            Assert.Equal(logit, SignalConversion.Of(ShadowSignalKind.Losses, LogOdds.ToLoss(logit)), 1e-12 * Math.Max(1, Math.Abs(logit)));
        }
    }

    [Fact]
    public void Records_are_put_in_the_order_of_the_audit()
    {
        // Records 2 is the member; views 2; value = 100 model + 10 record + view.
        double[] shadows = [0, 1, 10, 11, 20, 21, 100, 101, 110, 111, 120, 121];
        IShadowSource source = ShadowModels.FromSignals(
            ShadowSignalKind.Scores, shadows, s_mask, new ShadowSignalOptions { Views = 2, Member = [false, true, false], Target = new double[] { 1000, 1001, 1010, 1011, 1020, 1021 } });

        ShadowObservations seen = source.Observe(Request(1));

        Assert.Equal([10, 11, 110, 111, 0, 1, 100, 101, 20, 21, 120, 121], seen.Shadows.Values.ToArray());
        Assert.Equal([1010, 1011, 1000, 1001, 1020, 1021], seen.Target.Values.ToArray());
        Assert.Equal([false, true, true], seen.Inclusion.Of(0).ToArray());
        Assert.Equal(SignalScale.Score, seen.Shadows.Scale);
        Assert.Null(seen.Outputs);
    }

    [Fact]
    public void The_targets_signals_follow_from_its_outputs()
    {
        double[] shadows = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];
        ShadowObservations logits = ShadowModels.FromSignals(ShadowSignalKind.TrueClassProbabilities, shadows, s_mask).Observe(Request(1));
        Assert.Equal([1.5, -2, 1], logits.Target.Values.ToArray());
        Assert.Equal(Math.Log(0.4 / 0.6), logits.Shadows.Row(0)[1], 1e-14);

        var losses = new ShadowRequest(new TargetOutputs(OutputKind.Losses, 1, new[] { Math.Log(2), 3, 0.5 }), [], 1, 1);
        Assert.Equal([0, -2.9489308190572983, 0.43275212956718856], ShadowModels.FromSignals(ShadowSignalKind.Losses, shadows, s_mask).Observe(losses).Target.Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-13);

        var labels = new ShadowRequest(new TargetOutputs(OutputKind.LabelsOnly, 2, new double[] { 0, 1, 1 }), [0, 1, 1], 1, 1);
        Assert.Contains("labels only", Assert.Throws<PanameDataException>(() => ShadowModels.FromSignals(ShadowSignalKind.Losses, shadows, s_mask).Observe(labels)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_population_goes_with_them()
    {
        var options = new ShadowSignalOptions { PopulationTarget = new double[] { 1, 2 }, PopulationShadows = new double[] { 3, 4, 5, 6 }, PopulationInclusion = new InclusionMask(2, 2, [true, false, false, true]) };
        PopulationSignals population = ShadowModels.FromSignals(ShadowSignalKind.ScaledLogits, new double[6], s_mask, options).Observe(Request(1)).Population!;
        Assert.Equal([3, 5, 4, 6], population.Shadows.Values.ToArray());
        Assert.Equal([1, 2], population.Target.Values.ToArray());
        Assert.True(population.Inclusion![1, 1]);
    }

    [Fact]
    public void Caps_are_counted()
        => Assert.Equal(
            ["2 given signals are caps, since a probability or loss was rounded to exactly 0 or 1: compute scaled logits in float64 from logits"],
            ShadowModels.FromSignals(ShadowSignalKind.TrueClassProbabilities, new[] { 1, 0.5, 0.5, 0, 0.5, 0.5 }, s_mask).Observe(Request(1)).Notes);

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        static void Refused(string complaint, Action act) => Assert.Contains(complaint, Assert.Throws<PanameDataException>(act).Message, StringComparison.Ordinal);
        static IShadowSource Of(ShadowSignalKind kind, double[] shadows, ShadowSignalOptions? options = null) => ShadowModels.FromSignals(kind, shadows, s_mask, options);

        Refused("hold 5 numbers", () => Of(ShadowSignalKind.Losses, new double[5]));
        Refused("of 4 records, the inclusion mask of 3", () => Of(ShadowSignalKind.Losses, new double[8]));
        Refused("The shadow models' signals: the value of model 2, record 1 is not a finite number", () => Of(ShadowSignalKind.Losses, [0, 0, 0, double.NaN, 0, 0]));
        Refused("model 1, record 3 lies outside 0 to 1", () => Of(ShadowSignalKind.TrueClassProbabilities, [0, 0, 1.01, 0, 0, 0]));
        Refused("record 2 is negative", () => Of(ShadowSignalKind.Losses, [0, -1, 0, 0, 0, 0]));
        Refused("give them too (Target)", () => Of(ShadowSignalKind.Residuals, new double[6]));
        Refused("give them too (Target)", () => Of(ShadowSignalKind.Losses, new double[12], new ShadowSignalOptions { Views = 2 }));
        Refused("flags of membership 2", () => Of(ShadowSignalKind.Losses, new double[6], new ShadowSignalOptions { Member = [true, false] }));
        Refused("give both or neither", () => Of(ShadowSignalKind.Losses, new double[6], new ShadowSignalOptions { PopulationTarget = new double[2] }));
        Refused("of 2 models and 3 records, its signals of 2 and 2", () => Of(
            ShadowSignalKind.Losses, new double[6], new ShadowSignalOptions { PopulationTarget = new double[2], PopulationShadows = new double[4], PopulationInclusion = s_mask }));
        Refused("name 2 members, and 1 are audited", () => Of(ShadowSignalKind.Losses, new double[6], new ShadowSignalOptions { Member = [true, true, false] }).Observe(Request(1)));
        Refused("are of 3 records, and 20 are audited", () => Of(ShadowSignalKind.Losses, new double[6]).Observe(ShadowFixtures.Request(ShadowFixtures.Audited())));
    }

    [Fact]
    public void Csv_files_are_read()
    {
        ShadowObservations seen = ShadowModels.FromSignalsCsv(
            ShadowSignalKind.TrueClassProbabilities,
            new ShadowSignalFiles(Write("p.csv", "0.1,0.2,0.3\n0.4,0.5,0.6\n"), Write("keep.csv", "1,0,1\n0,1,0\n"))
            {
                Member = Write("member.csv", "0,1,0\n"),
                Target = Write("target.csv", "0.75,0.5,0.25\n"),
                PopulationTarget = Write("pt.csv", "0.5\n"),
                PopulationShadows = Write("ps.csv", "0.5\n0.75\n"),
            }).Observe(Request(1));
        Assert.Equal([0, Math.Log(3), -Math.Log(3)], seen.Target.Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-14);
        Assert.Equal([false, true], new[] { seen.Inclusion[0, 0], seen.Inclusion[0, 1] });
        Assert.Equal(Math.Log(3), seen.Population!.Shadows.Row(0)[1], 1e-14);

        void Refused(string complaint, string p, string keep)
            => Assert.Contains(
                complaint,
                Assert.Throws<PanameDataException>(() => ShadowModels.FromSignalsCsv(ShadowSignalKind.Losses, new ShadowSignalFiles(Write("p.csv", p), Write("keep.csv", keep)))).Message,
                StringComparison.Ordinal);
        Refused("p.csv, line 2: 1 cells, and 2 in line 1", "1,2\n3\n", "1,0\n0,1\n");
        Refused("p.csv, line 1, column 2: no number", "1,secret\n3,4\n", "1,0\n0,1\n");
        Refused("keep.csv: value 2 is neither 0 nor 1", "1,2\n3,4\n", "1,2\n0,1\n");
        Refused("p.csv has shape [2, 3], and the inclusion mask is of 2 models and 2 records", "1,2,3\n3,4,5\n", "1,0\n0,1\n");
    }

    [Fact]
    public void Npy_files_of_three_dimensions_are_read()
    {
        ShadowObservations seen = ShadowModels.FromSignalsNpy(
            ShadowSignalKind.ScaledLogits,
            new ShadowSignalFiles(Npy("s.npy", [2, 3, 2], [0, 1, 10, 11, 20, 21, 100, 101, 110, 111, 120, 121]), Npy("keep.npy", [2, 3], [1, 0, 1, 0, 1, 0]))
            {
                Target = Npy("t.npy", [3, 2], [7, 8, 9, 10, 11, 12]),
            }).Observe(Request(1));
        Assert.Equal((3, 2, 2), (seen.Shadows.Records, seen.Shadows.Models, seen.Shadows.Views));
        Assert.Equal([10, 11, 110, 111], seen.Shadows.Row(1).ToArray());
        Assert.Equal([9, 10], seen.Target.Row(1).ToArray());
    }

    [Fact]
    public void The_fingerprint_follows_every_number()
    {
        string? Print(double last, InclusionMask mask, ShadowSignalOptions? options = null) => ShadowModels.FromSignals(ShadowSignalKind.Losses, new[] { 1, 2, 3, 4, 5, last }, mask, options).Fingerprint;
        string?[] prints =
        [
            Print(6, s_mask), Print(7, s_mask), Print(6, new InclusionMask(2, 3, [true, false, true, false, true, true])),
            Print(6, s_mask, new ShadowSignalOptions { Target = new double[3] }), Print(6, s_mask, new ShadowSignalOptions { Member = [true, false, false] }),
        ];
        Assert.Equal(5, prints.Distinct().Count());
        Assert.Equal(prints[0], Print(6, s_mask));
    }

    /// <summary>Logits whose scaled logits are 1.5, -2 and 1.</summary>
    private static ShadowRequest Request(int members) => new(new TargetOutputs(OutputKind.Logits, 2, new double[] { 1.5, 0, 0, 2, 0, 1 }), [0, 0, 1], members, 1);

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private string Npy(string name, int[] shape, double[] values)
    {
        string header = $"{{'descr': '<f8', 'fortran_order': False, 'shape': ({string.Join(", ", shape)}), }}\n";
        byte[] text = System.Text.Encoding.ASCII.GetBytes(header);
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, [0x93, .. "NUMPY"u8, 1, 0, (byte)(text.Length % 256), (byte)(text.Length / 256), .. text, .. System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan())]);
        return path;
    }
}
