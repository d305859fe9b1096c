namespace Paname.Onnx.Training;

/// <summary>Stochastic gradient descent: b = Momentum b + g, w = w - rate b (or w - rate (g + Momentum b) with Nesterov). Weight decay adds decay w to the gradient.</summary>
public sealed record Sgd : Optimiser
{
    /// <summary>From 0 to below 1. Default 0.</summary>
    public double Momentum { get; init; }

    /// <summary>Whether the gradient is looked ahead (Nesterov 1983); needs a momentum above 0. Default <see langword="false"/>.</summary>
    public bool Nesterov { get; init; }

    internal override void Check()
    {
        CheckRate(Momentum, nameof(Momentum));
        if (Nesterov && Momentum == 0)
        {
            throw new ArgumentException("Nesterov needs a Momentum above 0.", nameof(Nesterov));
        }
    }
}
