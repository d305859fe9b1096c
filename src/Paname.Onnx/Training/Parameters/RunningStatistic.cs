namespace Paname.Onnx.Training.Parameters;

/// <summary>A mean or variance that batch normalisation keeps: training updates it without a gradient.</summary>
/// <param name="Name">The initialiser.</param>
/// <param name="Shape">Its axes, as stored.</param>
/// <param name="Offset">Where it starts in the flat vector of all running statistics.</param>
/// <param name="IsVariance">A variance, whose first value is 1; otherwise a mean, whose first value is 0.</param>
internal sealed record RunningStatistic(string Name, IReadOnlyList<long> Shape, int Offset, bool IsVariance)
{
    internal int Length => (int)Shape.Aggregate(1L, (product, size) => product * size);
}
