namespace Paname.Onnx.Graphs;

/// <summary>Recognises files commonly given in place of an ONNX model.</summary>
internal static class ForeignFormat
{
    /// <summary>What the bytes are and the mend, or <see langword="null"/> when they may be an ONNX model.</summary>
    internal static string? Describe(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "the file is empty. Export or download the model again.";
        }

        if (bytes.StartsWith("version https://git-lfs"u8))
        {
            return "a Git LFS pointer, not the model itself. Run 'git lfs pull' (on a build server: check out with LFS).";
        }

        if (bytes.TrimStart(" \t\r\n"u8).StartsWith("<"u8))
        {
            return "an HTML or XML page, not an ONNX model (often a log-in or error page saved by a download). Download it again.";
        }

        if (bytes.StartsWith("PK\u0003\u0004"u8))
        {
            return "a ZIP archive, not an ONNX model (PyTorch and Keras save such files). Export the model to ONNX.";
        }

        if (bytes.Length > 4 && bytes[0] == 0x89 && bytes[1..4].SequenceEqual("HDF"u8))
        {
            return "an HDF5 file, not an ONNX model (Keras saves such files). Export the model to ONNX.";
        }

        if (bytes.Length > 8 && bytes[4..8].SequenceEqual("ORTM"u8))
        {
            return "an ONNX Runtime (.ort) file, whose graph is not in ONNX form. Give the .onnx file it was made from.";
        }

        return bytes[0] == 0x80 ? "a Python pickle, not an ONNX model. Export the model to ONNX; a pickle is never opened." : null;
    }
}
