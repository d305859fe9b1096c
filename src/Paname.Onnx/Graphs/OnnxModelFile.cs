using Google.Protobuf;
using Paname.Attacks.Data;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Graphs;

/// <summary>An ONNX model as read: its bytes, its parsed form and the external files its weights lie in.</summary>
internal sealed class OnnxModelFile
{
    private OnnxModelFile(string name, ReadOnlyMemory<byte> bytes, ModelProto model, IReadOnlyList<ExternalFile> externalFiles, string? folder)
    {
        Name = name;
        Bytes = bytes;
        Model = model;
        ExternalFiles = externalFiles;
        Folder = folder;
    }

    /// <summary>The file name without its folder.</summary>
    internal string Name { get; }

    internal ReadOnlyMemory<byte> Bytes { get; }

    internal ModelProto Model { get; }

    /// <summary>Checked to lie inside <see cref="Folder"/> and to exist.</summary>
    internal IReadOnlyList<ExternalFile> ExternalFiles { get; }

    /// <summary>The model's folder; <see langword="null"/> for a model in memory.</summary>
    internal string? Folder { get; }

    internal static OnnxModelFile Read(string path)
    {
        string name = Path.GetFileName(path);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PanameDataException($"{name}: the file cannot be read ({exception.GetType().Name}). Check its permissions, and that its size is below 2 GB (larger weights belong into external data files).");
        }

        ModelProto model = Parse(bytes, name);
        string folder = RealPath.Of(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new OnnxModelFile(name, bytes, model, ExternalData.Locate(model, name, folder), folder);
    }

    internal static OnnxModelFile FromMemory(ReadOnlyMemory<byte> bytes, string name)
    {
        ModelProto model = Parse(bytes, name);
        return new OnnxModelFile(name, bytes, model, ExternalData.Locate(model, name, folder: null), folder: null);
    }

    /// <summary>The same file with another graph, which uses no other external files.</summary>
    internal OnnxModelFile With(ModelProto model) => new(Name, model.ToByteArray(), model, ExternalFiles, Folder);

    private static ModelProto Parse(ReadOnlyMemory<byte> bytes, string name)
    {
        if (ForeignFormat.Describe(bytes.Span) is { } foreign)
        {
            throw new PanameDataException($"{name}: {foreign}");
        }

        ModelProto model;
        try
        {
            model = ModelProto.Parser.ParseFrom(bytes.Span);
        }
        catch (InvalidProtocolBufferException)
        {
            throw new PanameDataException($"{name}: not an ONNX model, or cut short ({bytes.Length} bytes). Export or download it again.");
        }

        if (model.Graph is null || model.OpsetImport.Count == 0)
        {
            throw new PanameDataException($"{name}: holds no ONNX graph with an operator set version. Export it again as an ONNX model.");
        }

        if (model.Graph.Output.Count == 0)
        {
            throw new PanameDataException($"{name}: its graph has no output, so there is nothing to audit. Export it again with the model's outputs.");
        }

        return model;
    }
}
