using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;
using Paname.Attacks.Tests.Data;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Targets;

/// <summary>Regression targets: residuals in place of outputs per class, and the loss attack on them.</summary>
public sealed class RegressionPredictionsTests : IDisposable
{
    private readonly TempFiles _files = new();

    [Fact]
    public void Squared_error_of_an_overfitted_least_squares_fit_has_the_auc_of_NumPy()
    {
        var reference = new ReferenceCase("least_squares");
        int members = (int)reference.Number("members");
        bool[] flags = [.. Enumerable.Range(0, 2 * members).Select(i => i < members)];
        PrecomputedPredictions predictions = PrecomputedPredictions.FromRegression(reference.Array("predicted"), reference.Array("actual"), flags);
        double[] scores = MembershipAttacks.Loss.Score(Observe(predictions), new AttackRun(1)).Values.ToArray();
        double auc = Auc.Estimate(ScoreSample.Create(scores.AsSpan(0, members), scores.AsSpan(members))).Value;
        Assert.Equal(reference.Number("squared_error_auc"), auc, 1e-12);
        Assert.Equal(reference.Number("train_mse"), scores.Take(members).Average(score => score * score), 1e-9);
        Assert.Equal(reference.Number("test_mse"), scores.Skip(members).Average(score => score * score), 1e-9);
    }

    [Fact]
    public void Residuals_keep_their_sign_and_members_come_first()
    {
        PrecomputedPredictions predictions = PrecomputedPredictions.FromRegression(
            new double[] { 1, 2, 3 }, new double[] { 3, 1, 3.5 }, [false, true, true], new PredictionOptions { Name = "house prices", Ids = ["a", "b", "c"] });
        Assert.Equal((OutputKind.Residuals, 1, 2, 1, "house prices"), (predictions.OutputKind, predictions.Classes, predictions.Members, predictions.NonMembers, predictions.Name));
        Assert.Equal([-1, .5, 2], predictions.Outputs.Values.ToArray());
        Assert.Equal(["b", "c", "a"], predictions.Ids);
        Assert.Null(predictions.Labels);
        Assert.Equal(predictions.Fingerprint, PrecomputedPredictions.FromArrays(OutputKind.Residuals, 1, new[] { 2, -1, .5 }, [false, true, true], null, new PredictionOptions { Ids = ["a", "b", "c"] }).Fingerprint);
    }

    [Fact]
    public void Columns_of_a_file_are_subtracted()
    {
        string path = _files.Text("r.csv", "Id,Price,Predicted,In\na,3,1,0\nb,1,2,1\nc,3.5,3,1\n");
        PrecomputedPredictions predictions = PrecomputedPredictions.FromRegressionCsv(path, predicted: "Predicted", actual: "Price", member: "In", new PredictionCsvOptions { Id = "Id" });
        Assert.Equal((OutputKind.Residuals, 1, "r.csv"), (predictions.OutputKind, predictions.Classes, predictions.Name));
        Assert.Equal([-1, .5, 2], predictions.Outputs.Values.ToArray());
        Assert.Equal([-1d, 2, 1], PrecomputedPredictions.FromCsv(_files.Text("s.csv", "R,In\n-1,1\n1,0\n2,1\n"), OutputKind.Residuals, ["R"], "In").Outputs.Values.ToArray());
    }

    [Fact]
    public void Residuals_are_read_from_arrays_of_files()
    {
        PrecomputedPredictions predictions = PrecomputedPredictions.FromNpy(
            OutputKind.Residuals, _files.Bytes("r.npy", ArrayBytes.Npy("<f8", [1.5, -2], 2)), null, _files.Bytes("m.npy", ArrayBytes.Npy<long>("<i8", [0, 1], 2)));
        Assert.Equal([-2, 1.5], predictions.Outputs.Values.ToArray());
        Token.Hidden("w.npy has shape [2, 2]; one residual per record is needed", () => PrecomputedPredictions.FromNpy(
            OutputKind.Residuals, _files.Bytes("w.npy", ArrayBytes.Npy("<f8", [1.0, 2, 3, 4], 2, 2)), null, _files.Bytes("m.npy", ArrayBytes.Npy<long>("<i8", [0, 1], 2))));
    }

    [Theory]
    [InlineData("{0},,2,1", "r.csv, line 2, column 'Price': the true value is missing.")]
    [InlineData("{0},1,,1", "r.csv, line 2, column 'Predicted': the prediction is missing.")]
    [InlineData("{0},1,nan,1", "r.csv, line 2, column 'Predicted': the prediction is NaN or an infinity.")]
    [InlineData("1,{0},2,1", "r.csv, line 2, column 'Price': the true value is no number.")]
    [InlineData("{0},1e308,-1e308,1", "r.csv, line 2, column 'Price': the residual is too large for a number.")]
    public void A_bad_cell_is_named_without_its_text(string line, string message)
        => Token.Hidden(message, () => PrecomputedPredictions.FromRegressionCsv(
            _files.Text("r.csv", $"Id,Price,Predicted,In\n{line.Replace("{0}", Token.Text, StringComparison.Ordinal)}\n"), "Predicted", "Price", "In"));

    [Fact]
    public void A_missing_column_is_named()
        => Token.Hidden("r.csv has no true value column 'Cost'.", () => PrecomputedPredictions.FromRegressionCsv(_files.Text("r.csv", "Price,Predicted,In\n1,2,1\n"), "Predicted", "Cost", "In"));

    [Fact]
    public void Bad_arrays_are_named()
    {
        Token.Hidden("prices: 1 predictions for 2 true values; 1 per record are needed.", () => Of([1], [1, 2]));
        Token.Hidden("prices: The prediction of record 2 is not a finite number.", () => Of([1, double.NaN], [1, 2]));
        Token.Hidden("prices: every record is a member.", () => PrecomputedPredictions.FromRegression(new double[2], new double[2], [true, true], new PredictionOptions { Name = "prices" }));

        static PrecomputedPredictions Of(double[] predicted, double[] actual)
            => PrecomputedPredictions.FromRegression(predicted, actual, [true, false], new PredictionOptions { Name = "prices" });
    }

    [Fact]
    public void Attacks_on_classes_say_why_they_do_not_apply()
    {
        var view = new AttackerView(OutputKind.Residuals, 1, false);
        Assert.Null(MembershipAttacks.Loss.NotApplicable(view));
        Assert.Equal("needs logits or probabilities", MembershipAttacks.Entropy.NotApplicable(view));
        Assert.Equal("needs logits or probabilities", MembershipAttacks.ModifiedEntropy.NotApplicable(view));
        Assert.Equal("needs predicted classes, and the target is a regression", MembershipAttacks.Correctness.NotApplicable(view));
        Assert.Equal(["AttackP"], MembershipAttacks.Loss.Aliases(view));
        Assert.Equal(1, AttackSet.Smoke.ApplicableCount(view));
        Assert.False(view.HasScores);
    }

    [Fact]
    public void Tiny_and_huge_residuals_are_told_apart()
    {
        double[] residuals = [1e-200, -2e-200, 1e200, -2e200];
        PrecomputedPredictions predictions = PrecomputedPredictions.FromArrays(OutputKind.Residuals, 1, residuals, [true, true, false, false], null);
        Assert.Equal([-1e-200, -2e-200, -1e200, -2e200], MembershipAttacks.Loss.Score(Observe(predictions), new AttackRun(1)).Values.ToArray());
    }

    [Fact]
    public void No_classifier_gives_residuals()
    {
        Assert.Throws<ArgumentException>(() => DelegateClassifier.FromRows(OutputKind.Residuals, 2, _ => [0]));
        Assert.Throws<ArgumentException>(() => PrecomputedPredictions.FromCsv("r.csv", OutputKind.Residuals, ["a", "b"], "In"));
        Assert.Throws<PanameDataException>(() => new TargetOutputs(OutputKind.Residuals, 1, new[] { double.NaN }));
        Assert.Equal(1, new TargetOutputs(OutputKind.Residuals, 1, new double[] { -3, 2 }).Width);
        Assert.Equal(0, Saturation.Count(new TargetOutputs(OutputKind.Residuals, 1, new double[] { 0 }), [0]));
    }

    public void Dispose() => _files.Dispose();

    private static MembershipObservations Observe(PrecomputedPredictions predictions) => new(predictions.Outputs, predictions.Labels, predictions.Members, predictions.Groups);
}
