using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;
using Paname.Onnx;
using Paname.Onnx.Networks;
using Paname.Onnx.Training;

namespace Paname.Bench.Location;

/// <summary>Models of one architecture, each trained on one half of the records; and what they say about all of them.</summary>
internal sealed class LocationModels
{
    private readonly LabelledRecords _records;

    private LocationModels(LabelledRecords records, InclusionMask inclusion, double[][] signals, TargetOutputs[] outputs)
    {
        _records = records;
        Inclusion = inclusion;
        Signals = signals;
        Outputs = outputs;
    }

    internal InclusionMask Inclusion { get; }

    /// <summary>The scaled logit of each record, by model.</summary>
    internal double[][] Signals { get; }

    internal TargetOutputs[] Outputs { get; }

    internal IReadOnlyList<int> Labels => _records.Labels;

    /// <summary>446-64-30 with ReLU, Adam at 0.001, batches of 64, 30 epochs.</summary>
    internal static LocationModels Train(LabelledRecords records, int models, int seed)
    {
        // The plan halves all records of both sides; which half stands for members here does not matter.
        var data = new MembershipData(Part(records, 0, records.Count / 2), Part(records, records.Count / 2, records.Count));
        ShadowPlan plan = ShadowPlan.Online(data, models, seed);
        byte[] file = OnnxNetwork.Features(LocationData.Features).Linear(64).Relu().Linear(LocationData.Classes).ToOnnx(seed);
        using OnnxTrainer trainer = OnnxTrainer.FromBytes(file, "location30.onnx");
        var recipe = new TrainingRecipe { Epochs = 30, Initialisation = Initialisation.Keras };
        IReadOnlyList<TrainedModel> trained = trainer.TrainAll(
            [.. Enumerable.Range(0, models).Select(model => new TrainingJob(plan.TrainingRecords(model, data), recipe, plan.Seeds[model]))]);
        TargetOutputs[] outputs = [.. trained.Select(model => Score(model, records))];
        return new LocationModels(records, plan.Inclusion, [.. outputs.Select(own => ScaledLogits(own, records.Labels))], outputs);
    }

    /// <summary>The share of records a model is right about, among those it was or was not trained on.</summary>
    internal double Accuracy(int model, bool trainedOn)
    {
        var correct = new double[_records.Count];
        Signal.Correctness.Compute(Outputs[model], [.. _records.Labels], correct);
        return correct.Where((_, record) => Inclusion[model, record] == trainedOn).Average();
    }

    private static LabelledRecords Part(LabelledRecords records, int start, int end)
    {
        int[] indices = [.. Enumerable.Range(start, end - start)];
        return new LabelledRecords(records.Records.Select(indices), [.. indices.Select(i => records.Labels[i])]);
    }

    private static TargetOutputs Score(TrainedModel model, LabelledRecords records)
    {
        using OnnxClassifier classifier = model.ToClassifier();
        var values = new double[records.Count * LocationData.Classes];
        ClassifierScorer.Score(classifier, records.Records, values, null, CancellationToken.None);
        return new TargetOutputs(OutputKind.Logits, LocationData.Classes, values);
    }

    private static double[] ScaledLogits(TargetOutputs outputs, IReadOnlyList<int> labels)
    {
        var values = new double[outputs.Count];
        Signal.ScaledLogit.Compute(outputs, [.. labels], values);
        return values;
    }
}
