using Paname.Attacks.Data;
using Paname.Onnx.Training.Runs;

namespace Paname.Onnx.Training.Checkpoints;

/// <summary>Saves and resumes a training run.</summary>
internal sealed class CheckpointFile(string path, CheckpointIdentity identity)
{
    private readonly string _path = Path.GetFullPath(path);

    /// <summary>The saved state, its vectors put into the buffers; <see langword="null"/> when there is no file yet.</summary>
    internal TrainingState? Read(StepBuffers buffers)
    {
        if (!File.Exists(_path))
        {
            return null;
        }

        string name = Path.GetFileName(_path);
        CheckpointReader reader = CheckpointReader.Open(File.ReadAllBytes(_path))
            ?? throw new PanameDataException($"{name}: no checkpoint of this version of Paname, or damaged. Delete it to train from the start.");
        return identity.Difference(reader.Identity) is { } difference
            ? throw new PanameDataException($"{name}: the checkpoint belongs to another {difference}. Give this run a checkpoint file of its own, or delete the file to train from the start.")
            : reader.Restore(buffers);
    }

    /// <summary>Writes beside the file and moves into place, so that a kill leaves either the old or the new one.</summary>
    internal void Write(TrainingState state, StepBuffers buffers)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        string temporary = $"{_path}.new";
        using (FileStream stream = File.Create(temporary))
        {
            stream.Write(CheckpointWriter.Bytes(identity, state, buffers));
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, _path, overwrite: true);
    }
}
