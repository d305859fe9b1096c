using System.Text;
using Google.Protobuf;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Training.Parameters;

namespace Paname.Onnx.Tests.Training;

/// <summary>First weights that are a formula, which TestData/training/parity.py computes too: matrices uniform, biases 0, factors of normalisation 1.</summary>
internal static class FormulaWeights
{
    /// <param name="path">The network.</param>
    /// <param name="amplitude">The largest weight of a matrix of a given shape.</param>
    internal static OnnxModelFile Start(string path, Func<IReadOnlyList<long>, double> amplitude)
    {
        OnnxModelFile file = OnnxModelFile.Read(path);
        foreach (Parameter parameter in ParameterFinder.Find(WorkingModel.Open(file), "logits", new()).Parameters)
        {
            TensorProto tensor = file.Model.Graph.Initializer.Single(each => each.Name == parameter.Name);
            float[] values = parameter.Shape.Count > 1
                ? Uniform(parameter.Name, parameter.Length, amplitude(parameter.Shape))
                : [.. Enumerable.Repeat(parameter.Name.EndsWith("weight", StringComparison.Ordinal) ? 1f : 0f, parameter.Length)];
            tensor.FloatData.Clear();
            tensor.RawData = ByteString.CopyFrom(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
        }

        return OnnxModelFile.FromMemory(file.Model.ToByteArray(), file.Name);
    }

    /// <summary>FNV-1a of the name starts a splitmix64 sequence; its upper 53 bits are the uniform number.</summary>
    private static float[] Uniform(string name, int count, double amplitude)
    {
        ulong start = Encoding.UTF8.GetBytes(name).Aggregate(0xCBF29CE484222325UL, (hash, letter) => unchecked((hash ^ letter) * 0x100000001B3UL));
        return [.. Enumerable.Range(1, count).Select(i => (float)(((2 * Mixed(unchecked(start + ((ulong)i * 0x9E3779B97F4A7C15UL)))) - 1) * amplitude))];
    }

    private static double Mixed(ulong state)
    {
        unchecked
        {
            state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
            state = (state ^ (state >> 27)) * 0x94D049BB133111EBUL;
            return ((state ^ (state >> 31)) >> 11) * Math.ScaleB(1, -53);
        }
    }
}
