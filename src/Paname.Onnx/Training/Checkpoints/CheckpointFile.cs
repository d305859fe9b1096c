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
            // An epoch can take long: that the file cannot be written is found out before the first one.
            Store([]);
            File.Delete(Temporary);
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
        Store(CheckpointWriter.Bytes(identity, state, buffers));
        File.Move(Temporary, _path, overwrite: true);
    }

    private string Temporary => $"{_path}.new";

    private void Store(byte[] bytes)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            using FileStream stream = File.Create(Temporary);
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PanameDataException($"{Path.GetFileName(_path)}: the checkpoint cannot be written ({exception.GetType().Name}). Choose a folder that can be written to and has room.");
        }
    }
}
