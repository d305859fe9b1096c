namespace Paname.Onnx.Training;

/// <summary>Stops when the mean loss on held-out records no longer falls, and gives back the weights of the best epoch.</summary>
public sealed record EarlyStopping
{
    /// <summary>Epochs without a fall after which training stops, at least 1. Default 5.</summary>
    public int Patience { get; init; } = 5;

    /// <summary>By how much the loss must fall to count, at least 0, in nats (or squared units of the target). Default 0.</summary>
    public double MinimumFall { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Patience, 1, nameof(Patience));
        if (!(MinimumFall >= 0 && double.IsFinite(MinimumFall)))
        {
            throw new ArgumentOutOfRangeException(nameof(MinimumFall), "MinimumFall is at least 0.");
        }
    }
}
