namespace Paname.Onnx.Training;

/// <summary>Adam (Kingma and Ba 2015). Weight decay adds decay w to the gradient.</summary>
public sealed record Adam : Optimiser
{
    /// <summary>Decay of the mean of gradients, from 0 to below 1. Default 0.9.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of the mean of squared gradients, from 0 to below 1. Default 0.999.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Added to the root of the mean square, above 0. Default 1e-8.</summary>
    public double Epsilon { get; init; } = 1e-8;

    internal override void Check() => Check(Beta1, Beta2, Epsilon);

    internal static void Check(double beta1, double beta2, double epsilon)
    {
        CheckRate(beta1, nameof(Beta1));
        CheckRate(beta2, nameof(Beta2));
        if (!(epsilon > 0 && double.IsFinite(epsilon)))
        {
            throw new ArgumentOutOfRangeException(nameof(epsilon), "Epsilon is above 0.");
        }
    }
}
