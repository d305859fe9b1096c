using System.Globalization;

namespace Paname.Testing;

/// <summary>Writes a file whole or not at all: a reader never meets half of it.</summary>
internal static class WholeFile
{
    internal static void Write(string path, string text)
    {
        string temporary = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.tmp");
        try
        {
            File.WriteAllText(temporary, text, SharedFile.Utf8);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
