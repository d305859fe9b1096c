using Paname.Attacks.Data;
using Paname.Onnx.Graphs;

namespace Paname.Onnx.Gradients;

/// <summary>Counts the weights of a model for a report; what cannot be counted is unknown, and never an error.</summary>
internal static class ParameterCount
{
    // The count opens a copy of the model with its weights inside.
    private const long Largest = 512L << 20;

    internal static long? Of(Func<OnnxModelFile> read, string output)
    {
        try
        {
            OnnxModelFile file = read();
            return file.Bytes.Length + file.ExternalFiles.Sum(external => new FileInfo(external.FullPath).Length) > Largest
                ? null
                : ModelParameters.Read(file, output).Shapes.Sum(shape => shape.Aggregate(1L, (product, size) => product * size));
        }
        catch (Exception error) when (error is PanameDataException or IOException)
        {
            return null;
        }
    }
}
