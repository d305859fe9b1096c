namespace Paname.Onnx.Training;

/// <summary>How the learning rate changes over a training run: <see cref="ConstantRate"/>, <see cref="StepDecay"/> or <see cref="CosineDecay"/>.</summary>
public abstract record RateSchedule
{
    private protected RateSchedule()
    {
    }

    internal abstract void Check();

    /// <summary>The factor of the learning rate.</summary>
    /// <param name="epoch">Zero-based.</param>
    /// <param name="epochs">How many there are at most.</param>
    internal abstract double At(int epoch, int epochs);
}
