using Microsoft.ML.OnnxRuntime;
using Paname.Attacks.Data;
using Paname.Onnx.Inputs;

namespace Paname.Onnx.Runtime;

/// <summary>The first axis of every input and output is the batch; here that is checked as far as the graph says.</summary>
internal static class BatchAxis
{
    /// <summary>The batch size the model fixes, or <see langword="null"/> when it takes any.</summary>
    internal static int? Fixed(string model, IReadOnlyList<ModelInput> inputs)
    {
        int[] sizes = [.. inputs.Select(input => input.FixedBatch).OfType<int>().Distinct()];
        return sizes.Length switch
        {
            0 => null,
            1 => sizes[0],
            _ => throw new PanameDataException($"{model}: its inputs fix different batch sizes ({string.Join(", ", inputs.Select(input => input.Title))}). Export the model with the batch as the first axis of every input."),
        };
    }

    /// <summary>Refuses a model whose output batches by an axis that is not the first of an input, such as time-first recurrent models.</summary>
    internal static void Check(string model, InferenceSession session, string output)
    {
        string[] symbols = session.OutputMetadata[output].SymbolicDimensions;
        if (symbols.Length == 0 || string.IsNullOrEmpty(symbols[0]))
        {
            return;
        }

        foreach ((string name, NodeMetadata input) in session.InputMetadata)
        {
            if (input.OnnxValueType == OnnxValueType.ONNX_TYPE_TENSOR
                && input.SymbolicDimensions.Skip(1).Contains(symbols[0])
                && input.SymbolicDimensions[0] != symbols[0])
            {
                throw new PanameDataException($"{model}: the batch axis '{symbols[0]}' of output '{output}' is not the first axis of input '{name}'. Export the model with the batch first (batch_first in PyTorch).");
            }
        }
    }
}
