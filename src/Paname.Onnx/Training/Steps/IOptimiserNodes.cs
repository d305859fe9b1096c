using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Training.Steps;

/// <summary>One optimiser as nodes on flat vectors, and the numbers it needs anew at each step.</summary>
internal interface IOptimiserNodes
{
    /// <summary>How many vectors it carries from step to step; each starts as zeros.</summary>
    int States { get; }

    /// <summary>How many numbers it needs anew at each step.</summary>
    int Scalars { get; }

    /// <summary>Appends the step.</summary>
    /// <param name="graph">The step graph.</param>
    /// <param name="weights">The flat weights.</param>
    /// <param name="gradient">The flat gradient.</param>
    /// <param name="states">The state vectors.</param>
    /// <param name="scalars">The numbers of the step.</param>
    /// <returns>The new weights and states.</returns>
    (string Weights, string[] States) Emit(GraphEditor graph, string weights, string gradient, IReadOnlyList<string> states, IReadOnlyList<string> scalars);

    /// <summary>The numbers of a step.</summary>
    /// <param name="step">Counted from 1.</param>
    /// <param name="rate">The learning rate of the step.</param>
    /// <param name="scalars">Where to write them.</param>
    void Fill(long step, double rate, Span<float> scalars);
}
