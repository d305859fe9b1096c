using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>The input gradient of an ordinary convolution as another one, by the kernel turned round with its channels exchanged: where the kernel is stored,
/// the runtime lays it out in advance and is faster than at a transposed convolution.</summary>
internal static class TurnedKernel
{
    // The runtime handles channels in blocks of this size and fills up what is missing: other numbers of channels lose more than they win.
    private const int Block = 16;

    /// <summary>The gradient, or <see langword="null"/> where this form does not apply: strides, dilations, groups, sizes not known, a kernel that is computed or of other channels.</summary>
    internal static string? TryApply(NodeGradient node, string gradient, string kernel, SlidingWindow window, IReadOnlyList<long> sizes, IReadOnlyList<long> windows, long group)
    {
        if (group != 1 || window.Strides.Any(stride => stride != 1) || window.Dilations.Any(dilation => dilation != 1)
            || node.Stored(kernel) is not { } stored || (DataType)stored.DataType != DataType.Float
            || stored.Dims[0] % Block != 0 || stored.Dims[1] % Block != 0)
        {
            return null;
        }

        long[] before = [.. window.Kernel.Zip(window.Before, (size, pad) => size - 1 - pad)];
        long[] after = [.. Enumerable.Range(0, window.Rank).Select(axis => sizes[axis] - windows[axis] + window.Kernel[axis] - 1 - before[axis])];
        return before.Concat(after).Any(pad => pad < 0)
            ? null
            : node.Graph.Node("Conv", [gradient, node.Graph.Store(Turn(stored, node.Graph.Fresh("grad/turned")))], ("pads", (long[])[.. before, .. after]), ("kernel_shape", window.Kernel));
    }

    private static TensorProto Turn(TensorProto stored, string name)
    {
        float[] values = TensorValues.Floats(stored)!;
        (int maps, int channels) = ((int)stored.Dims[0], (int)stored.Dims[1]);
        int area = values.Length == 0 ? 0 : values.Length / (maps * channels);
        float[] turned = new float[values.Length];
        for (int map = 0; map < maps; map++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                for (int i = 0; i < area; i++)
                {
                    turned[(((channel * maps) + map) * area) + area - 1 - i] = values[(((map * channels) + channel) * area) + i];
                }
            }
        }

        return Tensors.Floats(name, [channels, maps, .. stored.Dims.Skip(2)], turned);
    }
}
