namespace Paname.Onnx.Training;

/// <summary>How a model is trained. A model file does not hold it: say here how the model was, or is to be, trained.</summary>
public sealed record TrainingRecipe
{
    /// <summary>Retrains a model as far as its file's own weights went: Adam at 0.001, batches of 64, until the mean loss on the training records, in inference mode,
    /// is at most that of the file's weights on their training records; at most 500 epochs.</summary>
    /// <remarks>Without a <see cref="TargetLoss"/> the loss to match is that of the file's weights on the records training is given. When those are not the records the file was trained on
    /// (as for shadow models), set <see cref="TargetLoss"/> to <c>OnnxTrainer.MeanLoss</c> of the latter.</remarks>
    public static TrainingRecipe MatchTarget { get; } = new() { MatchesTarget = true, Epochs = 500 };

    /// <summary>How a gradient becomes a step. Default <see cref="Adam"/>.</summary>
    public Optimiser Optimiser { get; init; } = new Adam();

    /// <summary>The learning rate before <see cref="Schedule"/>, above 0. Default 0.001.</summary>
    public double LearningRate { get; init; } = 0.001;

    /// <summary>How the learning rate changes from epoch to epoch. Default <see cref="ConstantRate"/>.</summary>
    public RateSchedule Schedule { get; init; } = new ConstantRate();

    /// <summary>Steps over which the learning rate first rises in a straight line to its value, at least 0. Default 0.</summary>
    public int WarmUpSteps { get; init; }

    /// <summary>Passes over the records at most, 1 to 1,000,000. Default 100.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>Records per step, 1 to 1,048,576. Default 64. The last batch of an epoch is smaller when the records do not divide evenly.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Whether the records are put into a new random order for each epoch. Default <see langword="true"/>.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Weight decay of all trained tensors, at least 0: added to the gradient by <see cref="Sgd"/> and <see cref="Adam"/>, apart from it by <see cref="AdamW"/>. Default 0.</summary>
    public double WeightDecay { get; init; }

    /// <summary>The largest norm of a batch's gradient over all trained tensors, above 0; longer ones are scaled down. Default <see langword="null"/>: no limit.</summary>
    public double? GradientClipNorm { get; init; }

    /// <summary>When to stop by held-out records. Default <see langword="null"/>: never.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>Training stops after the epoch in which the mean loss of the training records, in inference mode, is at most this. Default <see langword="null"/>: no such stop.</summary>
    public double? TargetLoss { get; init; }

    /// <summary>Whether <see cref="TargetLoss"/>, where it is not set, is that of the file's own weights. Default <see langword="false"/>.</summary>
    public bool MatchesTarget { get; init; }

    /// <summary>How the weights start. Default <see cref="Initialisation.PyTorch"/>.</summary>
    public Initialisation Initialisation { get; init; } = Initialisation.PyTorch;

    /// <summary>Whether Dropout nodes of the file drop values during training, at their own rates. Default <see langword="true"/>.</summary>
    public bool Dropout { get; init; } = true;

    /// <summary>Whether batch normalisation uses the batch's own mean and variance and updates its running ones. Default <see langword="true"/>.</summary>
    public bool UpdateStatistics { get; init; } = true;

    /// <summary>What is made small. Default <see langword="null"/>: read off the graph (rows of logits or their softmax: softmax cross-entropy; one logit or its sigmoid: binary; logits for each of a record's tokens: next token).</summary>
    public TrainingLoss? Loss { get; init; }

    /// <summary>The field of the records that holds the targets of <see cref="TrainingLoss.MeanSquaredError"/>. Default <see langword="null"/>: the labels, as numbers.</summary>
    public string? TargetField { get; init; }

    /// <summary>The token that fills short sequences and is never to be predicted by <see cref="TrainingLoss.NextToken"/>. Default <see langword="null"/>: there is none.</summary>
    public long? PaddingToken { get; init; }

    /// <summary>Clips each record's gradient and adds noise. Default <see langword="null"/>: neither.</summary>
    public DifferentialPrivacy? DifferentialPrivacy { get; init; }

    internal void Check() => RecipeCheck.Check(this);
}
