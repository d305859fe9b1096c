using System.Text.Json;

namespace Paname.Tool;

/// <summary>Reads a paname.json. Unknown and repeated properties are refused, so that a misspelt limit does not pass for none.</summary>
internal static class ConfigFile
{
    internal const string DefaultName = "paname.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads the file; its relative paths start at its own folder.</summary>
    internal static AuditConfig Read(string path)
    {
        string name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw ToolException.WrongCommandLine($"The configuration file {path} is missing.");
        }

        try
        {
            using FileStream stream = File.OpenRead(path);
            AuditConfig config = JsonSerializer.Deserialize<AuditConfig>(stream, Json) ?? throw ToolException.WrongCommandLine($"{name} holds null in place of an object.");
            return ConfigPaths.From(config, Path.GetDirectoryName(path)!);
        }
        catch (JsonException exception)
        {
            // The parser's own message may quote what it read.
            string where = exception.LineNumber is { } line ? FormattableString.Invariant($"line {line + 1}") : "unknown line";
            string property = exception.Path is { Length: > 1 } at ? $", {at}" : string.Empty;
            throw ToolException.WrongCommandLine(
                $"{name} cannot be used ({where}{property}): a property is unknown, repeated or of another type, or the JSON is malformed. docs/schemas/paname-config-1.schema.json lists the properties.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ToolException.WrongCommandLine($"{name} cannot be opened for reading ({exception.GetType().Name}).");
        }
    }
}
