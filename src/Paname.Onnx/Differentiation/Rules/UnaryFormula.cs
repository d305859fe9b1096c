using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules;

/// <summary>Writes the gradient of a function's input.</summary>
/// <param name="graph">Appends the nodes.</param>
/// <param name="x">The input.</param>
/// <param name="y">The output.</param>
/// <param name="dy">The gradient of the output.</param>
/// <param name="constant">Makes a constant of the output's element type.</param>
/// <returns>The gradient of the input.</returns>
internal delegate string UnaryFormula(GraphEditor graph, string x, string y, string dy, Func<double, string> constant);
