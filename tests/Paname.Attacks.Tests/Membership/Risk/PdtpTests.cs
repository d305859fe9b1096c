using Paname.Attacks.Data;
using Paname.Attacks.Membership.Risk;
using Paname.Attacks.Targets;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Membership.Risk;

public sealed class PdtpTests
{
    [Theory]
    [InlineData("pdtp_ratio", PdtpComparison.Ratio)]
    [InlineData("pdtp_difference", PdtpComparison.Difference)]
    public void Reference_case_matches(string expected, PdtpComparison comparison)
    {
        // The case allows 5 % for the noise of its retrainings; with its own predictions without each record there is none.
        ReferenceCase reference = new("art_shapr_pdtp_breast_cancer");
        TargetOutputs trained = new(OutputKind.Probabilities, 2, reference.Array("probs_train"));
        double[] without = reference.Array("probs_train_without_i");
        double[] values = Pdtp.Compute(
            trained,
            [.. Enumerable.Range(0, 12)],
            (record, _) => new(OutputKind.Probabilities, 2, without.AsMemory(record * 200, 200)),
            new PdtpOptions { Comparison = comparison });
        Assert.Equal(reference.Array(expected), values, static (a, b) => Math.Abs(a - b) <= 1e-9 * a);
    }

    [Fact]
    public void Worked_example_of_the_largest_ratio_and_difference()
    {
        TargetOutputs with = Of(.904, .096, .5, .5);
        TargetOutputs without = Of(.956, .044, .5, .5);
        Assert.Equal(0.095 / 0.045, Pdtp.Compare(with, without), 1e-12);
        Assert.Equal(Pdtp.Compare(with, without), Pdtp.Compare(without, with));
        Assert.Equal(0.05, Pdtp.Compare(with, without, new PdtpOptions { Comparison = PdtpComparison.Difference }), 1e-12);
        Assert.Equal(1, Pdtp.Compare(with, with));
    }

    [Fact]
    public void Bins_are_closed_above_also_where_products_round()
    {
        // 0.07 * 100 rounds above 7, 0.29 * 100 below 29; both belong to the bin that ends with them.
        Assert.Equal(1, Pdtp.Compare(Of(.07, .93), Of(.066, .929)));
        Assert.Equal(1, Pdtp.Compare(Of(.29, .71), Of(.285, .705)));
        Assert.Equal(0.995 / 0.985, Pdtp.Compare(Of(1, 1e-9), Of(.985, .009)), 1e-12);
        Assert.Equal(1, Pdtp.Compare(Of(0, 1), Of(.01, .995)));
    }

    [Fact]
    public void Retrainings_are_averaged_and_counted_from_zero()
    {
        List<(int Record, int Iteration)> calls = [];
        double[] values = Pdtp.Compute(
            Of(.5, .5),
            [7, 3],
            (record, iteration) =>
            {
                calls.Add((record, iteration));
                return iteration == 0 ? Of(.5, .5) : Of(.2, .8);
            },
            new PdtpOptions { Retrainings = 2 });
        Assert.Equal([(7, 0), (7, 1), (3, 0), (3, 1)], calls);
        double moved = 0.495 / 0.195;
        Assert.Equal([(1 + moved) / 2, (1 + moved) / 2], values, static (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Shapes_kinds_options_and_cancellation_are_checked()
    {
        TargetOutputs logits = new(OutputKind.Logits, 2, new[] { .5, .5 });
        Assert.Throws<PanameDataException>(() => Pdtp.Compare(logits, logits));
        Assert.Throws<PanameDataException>(() => Pdtp.Compare(Of(.5, .5), Of(.5, .5, .5, .5)));
        Assert.Throws<PanameDataException>(() => Pdtp.Compare(Of(), Of()));
        Assert.Equal("Bins", Assert.Throws<ArgumentOutOfRangeException>(() => new PdtpOptions { Bins = 1 }).ParamName);
        Assert.Equal("Retrainings", Assert.Throws<ArgumentOutOfRangeException>(() => new PdtpOptions { Retrainings = 0 }).ParamName);
        Assert.Equal("Comparison", Assert.Throws<ArgumentOutOfRangeException>(() => new PdtpOptions { Comparison = (PdtpComparison)7 }).ParamName);
        Assert.Throws<OperationCanceledException>(() => Pdtp.Compute(Of(.5, .5), [0], (_, _) => Of(.5, .5), cancellationToken: new CancellationToken(canceled: true)));
    }

    private static TargetOutputs Of(params double[] probabilities) => new(OutputKind.Probabilities, 2, probabilities);
}
