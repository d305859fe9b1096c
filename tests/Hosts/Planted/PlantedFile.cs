using System.Globalization;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Hosts;

/// <summary>A CSV file whose every record holds the planted values in text, number, id and group; single lines can be replaced.</summary>
internal static class PlantedFile
{
    internal const int Records = 400;

    private static int s_files;

    private const string Header = "Id,Person,Comment,Amount,Margin,Kind";

    internal static string Write(string name, double margin, int seed, Func<string[], string[]>? spoil = null)
    {
        var random = new MersenneTwister(seed);
        string[] lines = [Header, .. Enumerable.Range(0, Records).Select(i => Line(name, i, Normal.Sample(random, margin, 1)))];
        return Save(name + ".csv", spoil is null ? lines : spoil(lines));
    }

    internal static string Save(string name, IEnumerable<string> lines)
    {
        // A folder of its own for each file, below one that the parent deletes.
        string folder = Path.Combine(Planted.Folder, Interlocked.Increment(ref s_files).ToString(CultureInfo.InvariantCulture));
        string path = Path.Combine(Directory.CreateDirectory(folder).FullName, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    private static string Line(string name, int i, double margin)
        => string.Create(CultureInfo.InvariantCulture, $"{Planted.Text}-{name}-{i},{Planted.Text}-{name}-{i / 2},{Planted.Text},{Planted.Number},{margin},{i % 3}");
}
