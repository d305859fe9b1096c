namespace Paname.Onnx.Training;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019): weights shrink by rate x decay at each step, apart from the gradient.</summary>
public sealed record AdamW : Optimiser
{
    /// <summary>Decay of the mean of gradients, from 0 to below 1. Default 0.9.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of the mean of squared gradients, from 0 to below 1. Default 0.999.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Added to the root of the mean square, above 0. Default 1e-8.</summary>
    public double Epsilon { get; init; } = 1e-8;

    internal override void Check() => Adam.Check(Beta1, Beta2, Epsilon);
}
