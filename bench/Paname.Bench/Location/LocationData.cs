using System.Globalization;
using System.IO.Compression;
using Paname.Attacks.Data;

namespace Paname.Bench.Location;

/// <summary>Location-30: 5,010 people, 446 places visited or not, 30 clusters (Shokri et al. 2017). Its licence is not known, so it is no part of the project.</summary>
internal static class LocationData
{
    internal const int Features = 446;

    internal const int Classes = 30;

    private const string Variable = "PANAME_REFERENCE";

    /// <summary>The file, as the tests look for it: in the folder the variable names, else in "shared" beside the project; <see langword="null"/> when there is none.</summary>
    internal static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Existing(named);
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Existing(Path.Combine(folder.FullName, "shared")) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    internal static LabelledRecords Read(string path)
    {
        using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        var values = new List<float>();
        var labels = new List<int>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            string[] cells = line.Split(',');
            labels.Add(int.Parse(cells[0].Trim('"'), CultureInfo.InvariantCulture) - 1);
            values.AddRange(cells.Skip(1).Select(cell => float.Parse(cell, CultureInfo.InvariantCulture)));
        }

        return new LabelledRecords(Records.FromArray<float>(values.ToArray(), Features), labels);
    }

    private static string? Existing(string folder)
        => Path.Combine(folder, "data", "location30.csv.gz") is var path && File.Exists(path) ? path : null;
}
