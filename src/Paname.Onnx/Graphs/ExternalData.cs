using Paname.Attacks.Data;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Graphs;

/// <summary>Finds the external files of a model and refuses those outside its folder: a model file must not read other files of the machine.</summary>
internal static class ExternalData
{
    internal static IReadOnlyList<ExternalFile> Locate(ModelProto model, string name, string? folder)
    {
        var files = new SortedDictionary<string, ExternalFile>(StringComparer.Ordinal);
        foreach (TensorProto tensor in ModelTensors.All(model))
        {
            if (tensor.DataLocation != TensorProto.Types.DataLocation.External)
            {
                continue;
            }

            string location = tensor.ExternalData.FirstOrDefault(entry => entry.Key == "location")?.Value ?? string.Empty;
            if (folder is null)
            {
                throw new PanameDataException($"{name}: tensor '{tensor.Name}' lies in an external file, which a model in memory cannot have. Load the model by its path.");
            }

            if (!files.ContainsKey(location))
            {
                files.Add(location, Check(location, tensor.Name, name, folder));
            }
        }

        return [.. files.Values];
    }

    private static ExternalFile Check(string location, string tensor, string name, string folder)
    {
        string what = $"{name}: tensor '{tensor}' lies in external file '{location}'";
        if (location.Length == 0)
        {
            throw new PanameDataException($"{name}: tensor '{tensor}' is external but names no file. Export the model again.");
        }

        bool absolute = Path.IsPathRooted(location) || location[0] is '/' or '\\' || location.AsSpan().ContainsAny(':', '\0');
        if (absolute || location.Split('/', '\\').Contains(".."))
        {
            throw new PanameDataException($"{what}, which is outside the model's folder. External data is read only from the model's own folder: move the file there and export again with a plain relative path.");
        }

        string path = Path.Combine(folder, location);
        string real;
        try
        {
            real = RealPath.Of(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PanameDataException($"{what}, whose symbolic links cannot be followed. Put the file itself into the model's folder.");
        }

        string inside = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
        if (!real.StartsWith(inside, StringComparison.Ordinal))
        {
            throw new PanameDataException($"{what}, a symbolic link that leads outside the model's folder. Put the file itself into the model's folder.");
        }

        if (!File.Exists(real))
        {
            throw new PanameDataException($"{what}, which does not exist. Copy it to the model's folder; it belongs to the model.");
        }

        return new ExternalFile(location, real);
    }
}
