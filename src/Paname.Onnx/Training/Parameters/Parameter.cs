namespace Paname.Onnx.Training.Parameters;

/// <summary>A tensor that training changes. All parameters of a model lie one after another in one flat vector of float32, which is what the step graph, its
/// optimiser and checkpoints work on.</summary>
/// <param name="Name">The initialiser of the working model; the same name in the file.</param>
/// <param name="Shape">Its axes, as stored.</param>
/// <param name="Offset">Where it starts in the flat vector.</param>
/// <param name="Role">What it is in its layer.</param>
/// <param name="FanIn">Inputs of one unit of the layer (of its layer's weight, for a bias): the scale of first values rests on it.</param>
/// <param name="FanOut">Units that one input reaches.</param>
internal sealed record Parameter(string Name, IReadOnlyList<long> Shape, int Offset, ParameterRole Role, long FanIn, long FanOut)
{
    internal int Length => (int)Shape.Aggregate(1L, (product, size) => product * size);
}
