using Paname.Attacks.Data;

namespace Paname.Testing;

/// <summary>The history of a model's audits: a file such as privacy-history.jsonl, one <see cref="HistoryEntry"/> per line, oldest first.</summary>
public static class HistoryFile
{
    /// <summary>Reads a history.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its entries in their order; empty when the file is empty.</returns>
    /// <exception cref="PanameDataException">There is no such file, a line is damaged, or the last one is half written; the message names file and line.</exception>
    public static IReadOnlyList<HistoryEntry> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string name = Path.GetFileName(path);
        string text = ReadText(path, name).TrimStart('\uFEFF');
        string[] lines = text.Split('\n');
        if (lines[^1].Length > 0)
        {
            throw new PanameDataException(
                FormattableString.Invariant($"Line {lines.Length} of {name}, its last, has no end: it was only half written. Remove the line; the run that wrote it can be repeated."));
        }

        return [.. lines[..^1].Select((line, i) => HistoryEntry.Parse(line.TrimEnd('\r'), FormattableString.Invariant($"Line {i + 1} of {name}")))];
    }

    /// <summary>Adds an entry at the end. Several processes may do so at once.</summary>
    /// <param name="path">The file; made if it is not there.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="PanameDataException">The last line of the file is half written; nothing was added.</exception>
    public static void Append(string path, HistoryEntry entry)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(entry);
        string line = entry.ToJson() + "\n";
        SharedFile.Change(path, file =>
        {
            if (file.Length > 0)
            {
                file.Seek(-1, SeekOrigin.End);
                if (file.ReadByte() != '\n')
                {
                    throw new PanameDataException($"The last line of {Path.GetFileName(path)} has no end: it was only half written. Remove the line, then run again.");
                }
            }

            SharedFile.Append(file, line);
        });
    }

    private static string ReadText(string path, string name)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PanameDataException($"There is no history file {name}. It is begun by the first audit that runs with PANAME_HISTORY naming it.");
        }
    }
}
