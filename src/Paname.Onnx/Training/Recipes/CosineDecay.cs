namespace Paname.Onnx.Training;

/// <summary>The learning rate falls along half a cosine over the epochs of the recipe (Loshchilov and Hutter 2017, without restarts).</summary>
public sealed record CosineDecay : RateSchedule
{
    /// <summary>The share of the learning rate it falls towards, from 0 to 1. Default 0.</summary>
    public double Floor { get; init; }

    internal override void Check()
    {
        if (!(Floor >= 0 && Floor <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Floor), "Floor is from 0 to 1.");
        }
    }

    internal override double At(int epoch, int epochs) => Floor + ((1 - Floor) * (1 + Math.Cos(Math.PI * epoch / epochs)) / 2);
}
