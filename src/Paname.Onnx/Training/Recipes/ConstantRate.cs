namespace Paname.Onnx.Training;

/// <summary>The learning rate stays as it is.</summary>
public sealed record ConstantRate : RateSchedule
{
    internal override void Check()
    {
    }

    internal override double At(int epoch, int epochs) => 1;
}
