namespace Paname.Attacks.Learning;

/// <summary>Options of <see cref="Learners.NeuralNetwork"/>.</summary>
public sealed record NeuralNetworkOptions
{
    /// <summary>Units of each hidden layer; one or two layers of 1 to 4,096, default one of 64.</summary>
    public IReadOnlyList<int> Hidden { get; init => field = Checked(value); } = [64];

    /// <summary>Passes over the rows; 1 or more, default 60.</summary>
    public int Epochs { get; init => field = OptionRange.Within(value, 1); } = 60;

    /// <summary>Rows per step; 1 or more, default 64.</summary>
    public int BatchSize { get; init => field = OptionRange.Within(value, 1); } = 64;

    /// <summary>Adam's step size; above 0, at most 1, default 0.003.</summary>
    public double LearningRate { get; init => field = OptionRange.Above(value, 0, 1); } = 0.003;

    /// <summary>Decoupled weight decay: the share of each weight taken off per unit of step size (Loshchilov, Hutter: Decoupled Weight Decay Regularization, 2019); 0 to 1, default 0.01.</summary>
    public double WeightDecay { get; init => field = OptionRange.From(value, 0, 1); } = 0.01;

    private static int[] Checked(IReadOnlyList<int> hidden)
    {
        ArgumentNullException.ThrowIfNull(hidden);
        OptionRange.Within(hidden.Count, 1, 2, nameof(Hidden));
        return [.. hidden.Select(units => OptionRange.Within(units, 1, 4096, nameof(Hidden)))];
    }
}
