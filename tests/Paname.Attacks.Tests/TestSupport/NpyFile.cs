using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Paname.Attacks.Tests.TestSupport;

/// <summary>Reads a little-endian float64, float32, int64 or bool array of a reference case as doubles, row-major.</summary>
internal static class NpyFile
{
    internal static double[] Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int headerLength = BitConverter.ToUInt16(bytes, 8);
        string header = Encoding.ASCII.GetString(bytes, 10, headerLength);
        ReadOnlySpan<byte> data = bytes.AsSpan(10 + headerLength);
        double[] values = header.Contains("'<f8'", StringComparison.Ordinal) ? MemoryMarshal.Cast<byte, double>(data).ToArray()
            : header.Contains("'<i8'", StringComparison.Ordinal) ? Array.ConvertAll(MemoryMarshal.Cast<byte, long>(data).ToArray(), static v => (double)v)
            : header.Contains("'<f4'", StringComparison.Ordinal) ? Array.ConvertAll(MemoryMarshal.Cast<byte, float>(data).ToArray(), static v => (double)v)
            : header.Contains("'|b1'", StringComparison.Ordinal) ? [.. data.ToArray().Select(static v => (double)v)]
            : throw new InvalidDataException($"Only float64, float32, int64 and bool are read: {header}");
        return header.Contains("'fortran_order': True", StringComparison.Ordinal) ? ByRows(values, header) : values;
    }

    private static double[] ByRows(double[] byColumns, string header)
    {
        string shape = header[(header.IndexOf('(', StringComparison.Ordinal) + 1)..];
        return Numbers.Transpose(byColumns, byColumns.Length / int.Parse(shape[..shape.IndexOf(',', StringComparison.Ordinal)], CultureInfo.InvariantCulture));
    }
}
