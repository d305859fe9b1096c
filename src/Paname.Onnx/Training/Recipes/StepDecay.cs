namespace Paname.Onnx.Training;

/// <summary>The learning rate is multiplied by <see cref="Factor"/> after every <see cref="Every"/> epochs.</summary>
public sealed record StepDecay : RateSchedule
{
    /// <summary>Epochs between two changes, at least 1. Default 30.</summary>
    public int Every { get; init; } = 30;

    /// <summary>The factor, above 0 and at most 1. Default 0.1.</summary>
    public double Factor { get; init; } = 0.1;

    internal override void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Every, 1, nameof(Every));
        if (!(Factor > 0 && Factor <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Factor), "Factor is above 0 and at most 1.");
        }
    }

    internal override double At(int epoch, int epochs) => Math.Pow(Factor, epoch / Every);
}
