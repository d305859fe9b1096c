using System.Globalization;
using Google.Protobuf;
using Paname.Attacks.Data;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Graphs;

/// <summary>Brings weights that lie in external files into the model, for graphs that are edited.</summary>
internal static class ExternalTensors
{
    /// <summary>Changes the model in place; its external files were checked when it was read.</summary>
    internal static void Inline(ModelProto model, OnnxModelFile file)
    {
        Dictionary<string, string> paths = file.ExternalFiles.ToDictionary(external => external.Location, external => external.FullPath, StringComparer.Ordinal);
        foreach (TensorProto tensor in ModelTensors.All(model).Where(tensor => tensor.DataLocation == TensorProto.Types.DataLocation.External))
        {
            string location = Entry(tensor, "location") ?? string.Empty;
            tensor.RawData = Read(tensor, paths[location], file.Name);
            tensor.ExternalData.Clear();
            tensor.ClearDataLocation();
        }
    }

    private static ByteString Read(TensorProto tensor, string path, string model)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            long offset = long.TryParse(Entry(tensor, "offset"), CultureInfo.InvariantCulture, out long start) ? start : 0;
            long length = long.TryParse(Entry(tensor, "length"), CultureInfo.InvariantCulture, out long given) ? given : stream.Length - offset;
            if (offset < 0 || length < 0 || offset > stream.Length - length)
            {
                throw new PanameDataException($"{model}: tensor '{tensor.Name}' reaches beyond the end of its external file. Copy the file again; it may be cut short.");
            }

            stream.Position = offset;
            byte[] bytes = new byte[length];
            stream.ReadExactly(bytes);
            return ByteString.CopyFrom(bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PanameDataException($"{model}: the external file of tensor '{tensor.Name}' cannot be read ({exception.GetType().Name}). Check its permissions.");
        }
    }

    private static string? Entry(TensorProto tensor, string key) => tensor.ExternalData.FirstOrDefault(entry => entry.Key == key)?.Value;
}
