using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Paname.Onnx.Training.Runs;

namespace Paname.Onnx.Training.Checkpoints;

/// <summary>Writes the bytes of a checkpoint: a header, what it belongs to, where it stands, the vectors, and a hash over all of it.</summary>
internal static class CheckpointWriter
{
    internal const string Magic = "paname-checkpoint";

    internal const int Version = 1;

    internal static byte[] Bytes(CheckpointIdentity identity, TrainingState state, StepBuffers buffers)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Version);
            writer.Write(identity.Model);
            writer.Write(identity.Recipe);
            writer.Write(identity.Data);
            writer.Write(identity.Target ?? double.NaN);
            writer.Write(identity.Seed);
            writer.Write(state.Steps);
            Write(writer, state.Losses);
            Write(writer, state.HeldOutLosses);
            writer.Write(state.BestLoss);
            writer.Write(state.BestEpoch);
            writer.Write((int)(state.Stop ?? (TrainingStop)(-1)));
            Write(writer, state.BestWeights ?? []);
            Write(writer, state.BestStatistics ?? []);
            foreach (FlatVector vector in buffers.All)
            {
                Write(writer, vector.Span);
            }
        }

        memory.Write(XxHash128.Hash(memory.GetBuffer().AsSpan(0, (int)memory.Length)));
        return memory.ToArray();
    }

    private static void Write(BinaryWriter writer, List<double> values)
    {
        writer.Write(values.Count);
        values.ForEach(writer.Write);
    }

    private static void Write(BinaryWriter writer, ReadOnlySpan<float> values)
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }
}
