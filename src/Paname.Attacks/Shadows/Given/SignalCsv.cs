using System.Globalization;
using Paname.Attacks.Data;
using Paname.Attacks.Data.Arrays;

namespace Paname.Attacks.Shadows;

/// <summary>Reads a matrix of numbers from a CSV file without header.</summary>
internal static class SignalCsv
{
    internal static ArrayData Read(string path)
    {
        string full = ProjectPath.Resolve(path);
        string name = Path.GetFileName(full);
        var values = new List<double>();
        int lines = 0, width = 0;
        try
        {
            foreach (string line in File.ReadLines(full))
            {
                lines++;
                string[] cells = line.Split(',');
                width = lines == 1 ? cells.Length : width;
                if (cells.Length != width)
                {
                    throw new PanameDataException(FormattableString.Invariant($"{name}, line {lines}: {cells.Length} cells, and {width} in line 1."));
                }

                for (int column = 0; column < width; column++)
                {
                    values.Add(double.TryParse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                        ? value
                        : throw new PanameDataException(FormattableString.Invariant($"{name}, line {lines}, column {column + 1}: no number. The file has no header, a line for each model and a cell for each record, apart by commas.")));
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PanameDataException($"{name} cannot be opened for reading ({e.GetType().Name}).");
        }

        return new ArrayData<double>(name, [lines, width], [.. values]);
    }
}
