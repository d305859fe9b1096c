using System.Numerics.Tensors;
using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Onnx;
using Paname.Onnx.Training;
using Paname.Testing;

namespace ModelRepoExample.Training.Tests;

/// <summary>The committed models are what the training project makes of the training records, and their story holds for a fresh training.</summary>
/// <remarks>On one machine trainings agree bit for bit. Files of another machine do not: processors differ in how kernels round, and steps carry that on.</remarks>
public sealed class CreditTrainingTests
{
    private static readonly MembershipData Data = MembershipData.FromCsv("data/train.csv", "data/holdout.csv", label: "Bad", id: "Id");

    private static readonly Dictionary<string, Lazy<TrainedModel>> Fresh = new(StringComparer.Ordinal)
    {
        [CreditRecipe.Regularised.File] = new(() => CreditRecipe.Regularised.Train(Data.Members)),
        [CreditRecipe.Overfitted.File] = new(() => CreditRecipe.Overfitted.Train(Data.Members)),
    };

    [Fact]
    public void Two_trainings_write_the_same_bytes()
    {
        Assert.Equal(Fresh["credit.onnx"].Value.ToOnnx(), CreditRecipe.Regularised.Train(Data.Members).ToOnnx());
        Assert.Equal(Fresh["credit-overfit.onnx"].Value.ToOnnx(), CreditRecipe.Overfitted.Train(Data.Members).ToOnnx());
    }

    [Theory]
    [InlineData("credit.onnx", 0.99)]
    [InlineData("credit-overfit.onnx", 0.95)]
    public void Committed_model_decides_as_a_fresh_training_does(string file, double agreement)
    {
        using OnnxClassifier committed = OnnxClassifier.Load($"models/{file}");
        using OnnxClassifier fresh = Fresh[file].Value.ToClassifier();
        double[] before = Scores(committed, Data.Members);
        double[] after = Scores(fresh, Data.Members);

        // Over 200 epochs rounding may lead another way for single records; the training records are those both have learnt.
        double same = Enumerable.Range(0, Data.Members.Count).Average(i => Class(before, i) == Class(after, i) ? 1.0 : 0.0);
        Assert.InRange(same, agreement, 1);
        Assert.Equal(ModelAccuracy.Of(committed, Data.NonMembers), ModelAccuracy.Of(fresh, Data.NonMembers), 0.02);
    }

    [Fact]
    public void A_fresh_regularised_model_keeps_every_limit_with_room()
    {
        using OnnxClassifier model = Fresh["credit.onnx"].Value.ToClassifier();

        Assert.InRange(ModelAccuracy.Of(model, Data.NonMembers), 0.77, 0.80);
        Assert.AuditAuc(model, Data).IsBelow(0.54);
        Assert.AuditTprAtFpr(model, Data, fpr: 0.01).IsBelow(0.03);
    }

    [Fact]
    public void A_fresh_overfitted_model_knows_its_records_by_heart_and_leaks()
    {
        using OnnxClassifier model = Fresh["credit-overfit.onnx"].Value.ToClassifier();

        Assert.InRange(ModelAccuracy.Of(model, Data.Members), 0.98, 1);
        Assert.InRange(ModelAccuracy.Of(model, Data.NonMembers), 0.72, 0.77);
        AuditedMetric auc = Assert.AuditAuc(model, Data);
        Assert.InRange(auc.Audit.AucOf("Loss").Lower, 0.57, 0.65);
        Assert.Equal(VerdictOutcome.Fail, auc.Judge(0.55).Outcome);
    }

    [Fact]
    public void Models_standardise_by_the_training_records_and_leave_that_as_it_is()
    {
        using OnnxTrainer trainer = OnnxTrainer.Load("models/credit.onnx");

        Assert.Equal(["standardize1.mean", "standardize1.deviation"], trainer.Frozen.Select(tensor => tensor.Name));
        Assert.Equal(["layer1.weight", "layer1.bias", "layer2.weight", "layer2.bias"], trainer.TrainedTensors.Select(tensor => tensor.Name));
    }

    private static double[] Scores(OnnxClassifier model, LabelledRecords records)
    {
        double[] logits = new double[2 * records.Count];
        model.Score(new RecordBatch(records.Records, 0, records.Count), logits, CancellationToken.None);
        return logits;
    }

    private static int Class(double[] logits, int record) => TensorPrimitives.IndexOfMax<double>(logits.AsSpan(2 * record, 2));
}
