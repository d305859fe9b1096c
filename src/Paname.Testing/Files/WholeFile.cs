namespace Paname.Testing;

/// <summary>Writes a file whole or not at all: a reader never meets half of it.</summary>
internal static class WholeFile
{
    internal static void Write(string path, string text) => Write(path, SharedFile.Utf8.GetBytes(text));

    internal static void Write(string path, byte[] content)
    {
        string temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
