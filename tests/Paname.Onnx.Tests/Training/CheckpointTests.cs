using Paname.Attacks.Data;
using Paname.Onnx.Training;

namespace Paname.Onnx.Tests.Training;

/// <summary>A run that is broken off and resumed gives the weights of an uninterrupted one.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("paname-checkpoint").FullName, "run.checkpoint");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Resumed_run_equals_an_uninterrupted_one(int everyEpochs)
    {
        using OnnxTrainer trainer = SmallNetwork.Open(dropout: 0.3f);
        TrainingJob job = Job() with { Checkpoint = new TrainingCheckpoint { Path = _path, EveryEpochs = everyEpochs } };
        TrainedModel expected = trainer.Train(Job());
        using var source = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => trainer.Train(job, new StopAfter(3, source), source.Token));
        Assert.True(File.Exists(_path));
        var rest = new StopAfter(int.MaxValue, source);
        TrainedModel resumed = trainer.Train(job, rest);

        Assert.Equal(everyEpochs == 1 ? 3 : 4, rest.Epochs);
        Assert.Equal(expected.Weights.ToArray(), resumed.Weights.ToArray());
        Assert.Equal(expected.Losses, resumed.Losses);
        Assert.Equal(expected.HeldOutLosses, resumed.HeldOutLosses);
        Assert.Equal(expected.BestEpoch, resumed.BestEpoch);
    }

    [Fact]
    public void Early_stopping_and_running_statistics_go_on_where_they_were()
    {
        using OnnxTrainer trainer = SmallNetwork.OpenNormalised();
        TrainingJob job = new(SmallNetwork.Data(1, 60), SmallNetwork.Recipe with { Epochs = 500, LearningRate = 0.05, EarlyStopping = new EarlyStopping { Patience = 4 } }, 1) { HeldOut = SmallNetwork.Data(2, 200) };
        TrainedModel expected = trainer.Train(job);
        using var source = new CancellationTokenSource();
        job = job with { Checkpoint = new TrainingCheckpoint { Path = _path } };

        // Broken off between the best epoch and the last.
        Assert.ThrowsAny<OperationCanceledException>(() => trainer.Train(job, new StopAfter(expected.BestEpoch + 2, source), source.Token));
        TrainedModel resumed = trainer.Train(job);

        Assert.Equal(TrainingStop.HeldOutLoss, resumed.Stop);
        Assert.Equal(expected.BestEpoch, resumed.BestEpoch);
        Assert.Equal(expected.HeldOutLosses, resumed.HeldOutLosses);
        Assert.Equal(expected.ToOnnx(), resumed.ToOnnx());
    }

    [Fact]
    public void Noise_goes_on_where_it_was()
    {
        using OnnxTrainer trainer = SmallNetwork.Open(dropout: 0.2f);
        TrainingJob job = new(SmallNetwork.Data(), SmallNetwork.Recipe with { DifferentialPrivacy = new DifferentialPrivacy { NoiseMultiplier = 0.5 } }, 1);
        TrainedModel expected = trainer.Train(job);
        using var source = new CancellationTokenSource();
        job = job with { Checkpoint = new TrainingCheckpoint { Path = _path } };

        Assert.ThrowsAny<OperationCanceledException>(() => trainer.Train(job, new StopAfter(3, source), source.Token));

        Assert.Equal(expected.Weights.ToArray(), trainer.Train(job).Weights.ToArray());
    }

    [Fact]
    public void Finished_run_is_not_trained_again()
    {
        using OnnxTrainer trainer = SmallNetwork.Open();
        TrainingJob job = Job() with { Checkpoint = new TrainingCheckpoint { Path = _path } };
        float[] weights = trainer.Train(job).Weights.ToArray();
        using var source = new CancellationTokenSource();
        var progress = new StopAfter(int.MaxValue, source);

        Assert.Equal(weights, trainer.Train(job, progress).Weights.ToArray());
        Assert.Equal(0, progress.Epochs);
    }

    [Theory]
    [InlineData("model")]
    [InlineData("recipe")]
    [InlineData("set of records")]
    [InlineData("seed")]
    public void Checkpoint_of_something_else_is_refused(string part)
    {
        using OnnxTrainer trainer = SmallNetwork.Open();
        using OnnxTrainer other = SmallNetwork.Open(dropout: 0.1f);
        TrainingJob job = Job() with { Checkpoint = new TrainingCheckpoint { Path = _path } };
        trainer.Train(job);
        TrainingJob changed = part switch
        {
            "recipe" => job with { Recipe = job.Recipe with { LearningRate = 0.02 } },
            "set of records" => job with { Data = SmallNetwork.Data(7) },
            "seed" => job with { Seed = 4 },
            _ => job,
        };

        var error = Assert.Throws<PanameDataException>(() => (part == "model" ? other : trainer).Train(changed));

        Assert.Equal($"run.checkpoint: the checkpoint belongs to another {part}. Give this run a checkpoint file of its own, or delete the file to train from the start.", error.Message);
    }

    [Fact]
    public void Checkpoint_of_the_model_read_otherwise_is_refused()
    {
        TrainingJob job = Job() with { Checkpoint = new TrainingCheckpoint { Path = _path } };
        using (OnnxTrainer trainer = SmallNetwork.Open())
        {
            trainer.Train(job);
        }

        using OnnxTrainer other = SmallNetwork.Open(options: new OnnxTrainerOptions { OutputName = "z" });

        Assert.StartsWith("run.checkpoint: the checkpoint belongs to another model.", Assert.Throws<PanameDataException>(() => other.Train(job)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Checkpoint_that_cannot_be_written_is_refused_before_training()
    {
        string file = Path.Combine(Path.GetDirectoryName(_path)!, "taken");
        File.WriteAllText(file, string.Empty);
        using OnnxTrainer trainer = SmallNetwork.Open();
        var progress = new StopAfter(0, new CancellationTokenSource());

        var error = Assert.Throws<PanameDataException>(() => trainer.Train(Job() with { Checkpoint = new TrainingCheckpoint { Path = Path.Combine(file, "run.checkpoint") } }, progress));

        Assert.Equal("run.checkpoint: the checkpoint cannot be written (IOException). Choose a folder that can be written to and has room.", error.Message);
        Assert.Equal(0, progress.Epochs);
    }

    [Fact]
    public void Checkpoint_takes_the_place_of_the_one_before_and_is_not_written_over_it()
    {
        using OnnxTrainer trainer = SmallNetwork.Open();
        TrainingJob job = Job() with { Checkpoint = new TrainingCheckpoint { Path = _path } };
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => trainer.Train(job, new StopAfter(2, source), source.Token));
        byte[] before = File.ReadAllBytes(_path);

        // Whoever has the old file open goes on reading the old file: a kill in the middle of a save leaves it whole.
        using FileStream old = new(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        trainer.Train(job);
        byte[] still = new byte[before.Length];
        old.ReadExactly(still);

        Assert.Equal(before, still);
        Assert.NotEqual(before, File.ReadAllBytes(_path));
    }

    [Fact]
    public void Damaged_checkpoint_is_refused()
    {
        using OnnxTrainer trainer = SmallNetwork.Open();
        TrainingJob job = Job() with { Checkpoint = new TrainingCheckpoint { Path = _path } };
        trainer.Train(job);
        byte[] bytes = File.ReadAllBytes(_path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(_path, bytes);

        Assert.StartsWith("run.checkpoint: no checkpoint of this version of Paname, or damaged.", Assert.Throws<PanameDataException>(() => trainer.Train(job)).Message, StringComparison.Ordinal);
    }

    private static TrainingJob Job() => new(SmallNetwork.Data(), SmallNetwork.Recipe with { EarlyStopping = new EarlyStopping { Patience = 50 } }, 3) { HeldOut = SmallNetwork.Data(2, 40) };

    /// <summary>Cancels once some epochs are reported.</summary>
    private sealed class StopAfter(int epochs, CancellationTokenSource source) : IProgress<TrainingProgress>
    {
        internal int Epochs { get; private set; }

        public void Report(TrainingProgress value)
        {
            Epochs++;
            if (Epochs > epochs)
            {
                source.Cancel();
            }
        }
    }
}
