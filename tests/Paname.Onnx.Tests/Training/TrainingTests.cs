using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Onnx.Networks;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training;
using Xunit.Abstractions;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Training;

/// <summary>What a caller may rely on, whatever the model: the same numbers from the same seed, and the rules of the recipe.</summary>
public class TrainingTests(ITestOutputHelper output)
{
    [Fact]
    public void One_seed_gives_one_set_of_weights()
    {
        LabelledRecords data = SmallNetwork.Data();
        using OnnxTrainer first = SmallNetwork.Open(dropout: 0.3f);
        using OnnxTrainer second = SmallNetwork.Open(dropout: 0.3f);

        float[] weights = first.Train(data, SmallNetwork.Recipe, seed: 3).Weights.ToArray();

        Assert.Equal(weights, second.Train(data, SmallNetwork.Recipe, seed: 3).Weights.ToArray());
        Assert.NotEqual(weights, first.Train(data, SmallNetwork.Recipe, seed: 4).Weights.ToArray());
    }

    [Fact]
    public void Threads_do_not_change_the_weights_of_a_small_network()
    {
        LabelledRecords data = SmallNetwork.Data();
        using OnnxTrainer one = SmallNetwork.Open(dropout: 0.3f);
        using OnnxTrainer two = SmallNetwork.Open(dropout: 0.3f, new OnnxTrainerOptions { Threads = 2 });

        Assert.Equal(one.Train(data, SmallNetwork.Recipe, seed: 3).Weights.ToArray(), two.Train(data, SmallNetwork.Recipe, seed: 3).Weights.ToArray());
    }

    [Fact]
    public void Threads_change_the_weights_of_wider_ones_in_their_last_digits_only()
    {
        var random = new MersenneTwister(2);
        var data = new LabelledRecords(Records.FromArray<float>(Enumerable.Range(0, 640 * 446).Select(_ => (float)random.NextDouble()).ToArray(), 446), [.. Enumerable.Range(0, 640).Select(_ => random.Next(30))]);
        byte[] network = OnnxNetwork.Features(446).Linear(128).Relu().Linear(30).ToOnnx(seed: 1);
        float[] Weights(int threads)
        {
            using OnnxTrainer trainer = OnnxTrainer.FromBytes(network, "perceptron.onnx", new OnnxTrainerOptions { Threads = threads });
            return trainer.Train(data, new TrainingRecipe { Epochs = 10 }, seed: 1).Weights.ToArray();
        }

        float[] one = Weights(1);
        float[] two = Weights(2);

        double difference = Math.Sqrt(one.Zip(two, (a, b) => Math.Pow(a - b, 2)).Sum() / one.Sum(value => Math.Pow(value, 2)));
        output.WriteLine(FormattableString.Invariant($"relative difference {difference:G3}"));
        Assert.InRange(difference, 0, 1e-5);
        Assert.Equal(two, Weights(2));
    }

    [Fact]
    public void Models_side_by_side_equal_models_one_after_another()
    {
        using OnnxTrainer trainer = SmallNetwork.Open(dropout: 0.2f);
        TrainingJob[] jobs =
        [
            .. Enumerable.Range(0, 6).Select(i => new TrainingJob(SmallNetwork.Data(i, 100 + i), SmallNetwork.Recipe with { LearningRate = 0.01 * (i + 1) }, i) { Name = $"job {i}" }),
        ];

        IReadOnlyList<TrainedModel> together = trainer.TrainAll(jobs, parallel: 3);

        Assert.Equal(jobs.Select(job => job.Name), together.Select(model => model.Name));
        for (int i = 0; i < jobs.Length; i++)
        {
            TrainedModel alone = trainer.Train(jobs[i]);
            Assert.Equal(alone.Weights.ToArray(), together[i].Weights.ToArray());
            Assert.Equal(alone.Losses, together[i].Losses);
        }
    }

    [Fact]
    public void Training_lowers_the_loss_and_scores_better()
    {
        LabelledRecords data = SmallNetwork.Data();
        using OnnxTrainer trainer = SmallNetwork.Open();

        TrainedModel trained = trainer.Train(data, SmallNetwork.Recipe with { Epochs = 60 }, seed: 1);

        Assert.Equal(60, trained.Epochs);
        Assert.Equal(TrainingStop.AllEpochs, trained.Stop);
        Assert.True(trained.Losses[0] > 0.9 && trained.MeanTrainingLoss < 0.45, FormattableString.Invariant($"{trained.Losses[0]} to {trained.MeanTrainingLoss}"));
        using OnnxClassifier classifier = trained.ToClassifier();
        double[] logits = new double[data.Count * 3];
        classifier.Score(new RecordBatch(data.Records, 0, data.Count), logits, CancellationToken.None);
        double loss = Enumerable.Range(0, data.Count).Average(i =>
        {
            double[] row = logits[(i * 3)..((i * 3) + 3)];
            return Math.Log(row.Sum(Math.Exp)) - row[data.Labels[i]];
        });
        Assert.Equal(trained.MeanTrainingLoss, loss, 1e-5);
    }

    [Fact]
    public void Probabilities_train_as_their_logits_do()
    {
        LabelledRecords data = SmallNetwork.Data();
        using OnnxTrainer logits = SmallNetwork.Open();
        using OnnxTrainer probabilities = SmallNetwork.Open(last: "Softmax");

        Assert.Equal(logits.Train(data, SmallNetwork.Recipe, seed: 3).Weights.ToArray(), probabilities.Train(data, SmallNetwork.Recipe, seed: 3).Weights.ToArray());
    }

    [Fact]
    public void Dropout_changes_training_and_not_the_measured_loss()
    {
        LabelledRecords data = SmallNetwork.Data();
        using OnnxTrainer dropping = SmallNetwork.Open(dropout: 0.5f);
        using OnnxTrainer plain = SmallNetwork.Open();

        float[] without = plain.Train(data, SmallNetwork.Recipe, seed: 3).Weights.ToArray();

        Assert.NotEqual(without, dropping.Train(data, SmallNetwork.Recipe, seed: 3).Weights.ToArray());
        Assert.Equal(without, dropping.Train(data, SmallNetwork.Recipe with { Dropout = false }, seed: 3).Weights.ToArray());
        Assert.Equal(plain.MeanLoss(data), dropping.MeanLoss(data));
    }

    [Fact]
    public void Early_stopping_gives_back_the_best_epoch()
    {
        LabelledRecords data = SmallNetwork.Data(1, 60);
        LabelledRecords heldOut = SmallNetwork.Data(2, 200);
        using OnnxTrainer trainer = SmallNetwork.Open();
        TrainingRecipe recipe = SmallNetwork.Recipe with { Epochs = 500, LearningRate = 0.05, EarlyStopping = new EarlyStopping { Patience = 4 } };

        TrainedModel trained = trainer.Train(data, recipe, seed: 1, heldOut);

        Assert.Equal(TrainingStop.HeldOutLoss, trained.Stop);
        Assert.Equal(trained.BestEpoch + 4, trained.Epochs);
        Assert.Equal(trained.HeldOutLosses.Min(), trained.HeldOutLosses[trained.BestEpoch - 1]);
        Assert.Equal(trained.HeldOutLosses.Min(), MeanLoss(trained, heldOut), 1e-6);
    }

    [Fact]
    public void Early_stopping_gives_back_the_statistics_of_the_best_epoch()
    {
        LabelledRecords heldOut = SmallNetwork.Data(2, 200);
        using OnnxTrainer trainer = SmallNetwork.OpenNormalised();

        TrainedModel trained = trainer.Train(SmallNetwork.Data(1, 60), SmallNetwork.Recipe with { Epochs = 500, LearningRate = 0.05, EarlyStopping = new EarlyStopping { Patience = 4 } }, seed: 1, heldOut);

        Assert.True(trained.BestEpoch < trained.Epochs);
        Assert.Equal(trained.HeldOutLosses[trained.BestEpoch - 1], MeanLoss(trained, heldOut), 1e-6);
    }

    [Fact]
    public void Early_stopping_counts_only_falls_of_the_least_size()
    {
        LabelledRecords data = SmallNetwork.Data();
        using OnnxTrainer trainer = SmallNetwork.Open();
        TrainingRecipe recipe = SmallNetwork.Recipe with { Epochs = 50, LearningRate = 1e-5, EarlyStopping = new EarlyStopping { Patience = 3, MinimumFall = 0.1 } };

        TrainedModel trained = trainer.Train(data, recipe, seed: 1, data);

        Assert.Equal((1, 4, TrainingStop.HeldOutLoss), (trained.BestEpoch, trained.Epochs, trained.Stop));
        Assert.True(trained.HeldOutLosses[3] < trained.HeldOutLosses[0]);
    }

    [Fact]
    public void Matching_the_target_ends_once_its_loss_is_reached()
    {
        LabelledRecords data = SmallNetwork.Data();
        using OnnxTrainer trainer = SmallNetwork.Open();
        TrainedModel target = trainer.Train(data, SmallNetwork.Recipe with { Epochs = 12 }, seed: 1);
        using OnnxTrainer retrainer = OnnxTrainer.FromBytes(target.ToOnnx(), "target.onnx");

        TrainedModel matched = retrainer.Train(data, TrainingRecipe.MatchTarget with { LearningRate = 0.01, BatchSize = 32 }, seed: 9);

        Assert.Equal(target.MeanTrainingLoss, retrainer.MeanLoss(data), 1e-6);
        Assert.Equal(TrainingStop.TargetReached, matched.Stop);
        Assert.InRange(matched.Epochs, 5, 30);
        Assert.InRange(matched.MeanTrainingLoss, 0.8 * target.MeanTrainingLoss, target.MeanTrainingLoss);
    }

    [Fact]
    public void Disposed_while_training_completes_first()
    {
        LabelledRecords data = SmallNetwork.Data();
        OnnxTrainer trainer = SmallNetwork.Open(dropout: 0.2f);
        using OnnxTrainer other = SmallNetwork.Open(dropout: 0.2f);

        TrainedModel trained = trainer.Train(data, SmallNetwork.Recipe, 1, progress: new Observer(_ => trainer.Dispose()));

        Assert.Equal(other.Train(data, SmallNetwork.Recipe, 1).Weights.ToArray(), trained.Weights.ToArray());
        Assert.Throws<ObjectDisposedException>(() => trainer.Train(data, SmallNetwork.Recipe, 1));
        Assert.Throws<ObjectDisposedException>(() => trainer.MeanLoss(data));
    }

    [Fact]
    public void Failing_job_stops_those_after_it()
    {
        using OnnxTrainer trainer = SmallNetwork.Open();
        LabelledRecords data = SmallNetwork.Data();
        using var started = new ManualResetEventSlim();
        int epochs = 0;
        TrainingJob bad = new(data, SmallNetwork.Recipe with { Epochs = 1_000 }, 1) { Name = "bad" };
        TrainingJob endless = new(data, SmallNetwork.Recipe with { Epochs = 1_000_000 }, 2) { Name = "endless" };
        var progress = new Observer(report =>
        {
            if (report.Name == "bad")
            {
                Assert.True(started.Wait(TimeSpan.FromSeconds(30)));
                throw new InvalidOperationException("bad");
            }

            epochs++;
            started.Set();
        });

        Assert.Equal("bad", Assert.Throws<InvalidOperationException>(() => trainer.TrainAll([bad, endless], parallel: 2, progress)).Message);
        Assert.InRange(epochs, 1, 500_000);
    }

    [Fact]
    public void Cancelled_between_steps()
    {
        using var source = new CancellationTokenSource();
        using OnnxTrainer trainer = SmallNetwork.Open();
        var progress = new Observer(report =>
        {
            if (report.Epoch == 2)
            {
                source.Cancel();
            }
        });

        Assert.ThrowsAny<OperationCanceledException>(() => trainer.Train(SmallNetwork.Data(), SmallNetwork.Recipe, 1, progress: progress, cancellationToken: source.Token));
        Assert.Equal(2, progress.Reports.Count);
        Assert.Equal(new TrainingProgress("model", 2, 6, 5, 5, progress.Reports[1].Loss), progress.Reports[1]);
    }

    private static double MeanLoss(TrainedModel model, LabelledRecords data)
    {
        using OnnxTrainer trainer = OnnxTrainer.FromBytes(model.ToOnnx(), "trained.onnx");
        return trainer.MeanLoss(data);
    }

    private sealed class Observer(Action<TrainingProgress> action) : IProgress<TrainingProgress>
    {
        internal List<TrainingProgress> Reports { get; } = [];

        public void Report(TrainingProgress value)
        {
            lock (Reports)
            {
                Reports.Add(value);
            }

            action(value);
        }
    }
}
