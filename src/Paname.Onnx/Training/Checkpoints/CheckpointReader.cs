using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Paname.Onnx.Training.Runs;

namespace Paname.Onnx.Training.Checkpoints;

/// <summary>Reads the bytes of a checkpoint whose hash is right.</summary>
internal sealed class CheckpointReader
{
    private const int HashLength = 16;

    private readonly BinaryReader _reader;

    private CheckpointReader(BinaryReader reader)
    {
        _reader = reader;
        string model = reader.ReadString();
        string recipe = reader.ReadString();
        string data = reader.ReadString();
        double target = reader.ReadDouble();
        Identity = new(model, recipe, data, double.IsNaN(target) ? null : target, reader.ReadInt32());
    }

    internal CheckpointIdentity Identity { get; }

    /// <returns><see langword="null"/> for bytes that are no whole checkpoint of this version.</returns>
    internal static CheckpointReader? Open(byte[] bytes)
    {
        int length = bytes.Length - HashLength;
        if (length < 0 || !XxHash128.Hash(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length)))
        {
            return null;
        }

        var reader = new BinaryReader(new MemoryStream(bytes, 0, length), Encoding.UTF8);
        return reader.ReadString() == CheckpointWriter.Magic && reader.ReadInt32() == CheckpointWriter.Version ? new CheckpointReader(reader) : null;
    }

    /// <summary>Puts the vectors into the buffers. Their lengths agree: the checkpoint belongs to the same model and recipe.</summary>
    internal TrainingState Restore(StepBuffers buffers)
    {
        var state = new TrainingState { Steps = _reader.ReadInt64() };
        state.Losses.AddRange(Numbers());
        state.HeldOutLosses.AddRange(Numbers());
        state.BestLoss = _reader.ReadDouble();
        state.BestEpoch = _reader.ReadInt32();
        int stop = _reader.ReadInt32();
        state.Stop = stop < 0 ? null : (TrainingStop)stop;
        float[] best = Vector();
        float[] bestStatistics = Vector();
        (state.BestWeights, state.BestStatistics) = best.Length > 0 ? (best, bestStatistics) : (null, null);
        foreach (FlatVector vector in buffers.All)
        {
            Vector().CopyTo(vector.Span);
        }

        return state;
    }

    private double[] Numbers()
    {
        double[] values = new double[_reader.ReadInt32()];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = _reader.ReadDouble();
        }

        return values;
    }

    private float[] Vector()
    {
        float[] values = new float[_reader.ReadInt32()];
        _reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
