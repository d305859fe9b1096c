namespace Paname.Onnx.Training.Parameters;

/// <summary>What of a model is trained, what is kept up to date beside, and what stays.</summary>
/// <param name="Parameters">In order of offset; their offsets are dense.</param>
/// <param name="Statistics">In order of offset; their offsets are dense.</param>
/// <param name="Frozen">Every other stored floating-point tensor of at least one axis.</param>
internal sealed record ParameterTable(IReadOnlyList<Parameter> Parameters, IReadOnlyList<RunningStatistic> Statistics, IReadOnlyList<FrozenTensor> Frozen)
{
    /// <summary>The length of the flat vector of parameters.</summary>
    internal int Length => Parameters.Sum(parameter => parameter.Length);

    /// <summary>The length of the flat vector of running statistics.</summary>
    internal int StatisticsLength => Statistics.Sum(statistic => statistic.Length);
}
