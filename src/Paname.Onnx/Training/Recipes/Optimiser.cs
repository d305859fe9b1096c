namespace Paname.Onnx.Training;

/// <summary>How a gradient becomes a step: <see cref="Sgd"/>, <see cref="Adam"/> or <see cref="AdamW"/>, each as PyTorch computes it.</summary>
public abstract record Optimiser
{
    private protected Optimiser()
    {
    }

    internal abstract void Check();

    private protected static void CheckRate(double rate, string name)
    {
        if (!(rate >= 0 && rate < 1))
        {
            throw new ArgumentOutOfRangeException(name, $"{name} is at least 0 and below 1.");
        }
    }
}
