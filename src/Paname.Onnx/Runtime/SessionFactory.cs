using System.Text.RegularExpressions;
using Microsoft.ML.OnnxRuntime;
using Paname.Attacks.Data;
using Paname.Onnx.Graphs;

namespace Paname.Onnx.Runtime;

/// <summary>Opens a model in ONNX Runtime: sequential, deterministic, silent.</summary>
internal static partial class SessionFactory
{
    /// <summary>Opens a model only to read what the runtime infers of its values: nothing is optimised away.</summary>
    internal static InferenceSession OpenForInspection(byte[] bytes, string name)
    {
        using SessionOptions options = Quiet(GraphOptimizationLevel.ORT_DISABLE_ALL, threads: 1);
        return Open(bytes, options, name, folder: null);
    }

    /// <summary>Opens a graph made here, such as one of gradients, whose weights all lie in it.</summary>
    internal static InferenceSession OpenGraph(byte[] bytes, string name, int threads)
    {
        using SessionOptions options = Quiet(GraphOptimizationLevel.ORT_ENABLE_ALL, threads);
        return Open(bytes, options, name, folder: null);
    }

    internal static InferenceSession Open(OnnxModelFile file, byte[] bytes, int threads)
    {
        using SessionOptions options = Quiet(GraphOptimizationLevel.ORT_ENABLE_ALL, threads);
        if (file.ExternalFiles.Count > 0)
        {
            options.AddSessionConfigEntry("session.model_external_initializers_file_folder_path", file.Folder!);
        }

        return Open(bytes, options, file.Name, file.Folder);
    }

    private static SessionOptions Quiet(GraphOptimizationLevel level, int threads)
    {
        SessionOptions options = new()
        {
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = level,
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,

            // The runtime writes failed inputs to stderr at lower levels.
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        options.AddSessionConfigEntry("session.use_deterministic_compute", "1");
        return options;
    }

    private static InferenceSession Open(byte[] bytes, SessionOptions options, string name, string? folder)
    {
        try
        {
            return new InferenceSession(bytes, options);
        }
        catch (OnnxRuntimeException exception)
        {
            // No record has been read at this point: the text can name nodes and operators, never data.
            throw new PanameDataException(
                $"{name}: ONNX Runtime {OrtEnv.Instance().GetVersionString()} cannot load the model: {Brief(exception.Message, folder)} Export it again with standard operators and an operator set this version runs.");
        }
    }

    private static string Brief(string message, string? folder)
    {
        string line = SourceLocation().Replace(message.ReplaceLineEndings(" "), string.Empty);
        if (folder is not null)
        {
            line = line.Replace(folder, "<folder>", StringComparison.Ordinal);
        }

        const int Longest = 300;
        line = line.Length > Longest ? line[..Longest] + "..." : line;
        return line.EndsWith('.') ? line : line + ".";
    }

    /// <summary>The runtime's error code, and the C++ source line and function it sometimes puts before a message.</summary>
    [GeneratedRegex(@"^\[ErrorCode:\w+\] |/\S+:\d+ [^()]*\([^()]*\)( const)? ", RegexOptions.CultureInvariant)]
    private static partial Regex SourceLocation();
}
