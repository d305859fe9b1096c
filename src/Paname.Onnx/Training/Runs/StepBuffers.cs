using Paname.Onnx.Training.Parameters;

namespace Paname.Onnx.Training.Runs;

/// <summary>All that a step reads and writes anew: weights, the optimiser's states and running statistics.</summary>
internal sealed class StepBuffers : IDisposable
{
    internal StepBuffers(ParameterTable table, int states)
    {
        Weights = new FlatVector(table.Length);
        States = [.. Enumerable.Range(0, states).Select(_ => new FlatVector(table.Length))];
        Statistics = new FlatVector(table.StatisticsLength);
    }

    internal FlatVector Weights { get; }

    internal IReadOnlyList<FlatVector> States { get; }

    internal FlatVector Statistics { get; }

    internal IEnumerable<FlatVector> All => [Weights, .. States, Statistics];

    public void Dispose()
    {
        foreach (FlatVector vector in All)
        {
            vector.Dispose();
        }
    }
}
