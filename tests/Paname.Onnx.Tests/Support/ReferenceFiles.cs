using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Paname.Onnx.Tests.Support;

/// <summary>Reads the arrays of TestData.</summary>
internal static class ReferenceFiles
{
    internal static string PathOf(params string[] parts) => Path.Combine([AppContext.BaseDirectory, "TestData", .. parts]);

    /// <summary>An array in C order of NPY version 1.</summary>
    internal static T[] Npy<T>(string path, string descr)
        where T : struct
    {
        byte[] bytes = File.ReadAllBytes(path);
        int header = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8));
        string text = System.Text.Encoding.ASCII.GetString(bytes, 10, header);
        Assert.Contains(descr, text, StringComparison.Ordinal);
        Assert.Contains("'fortran_order': False", text, StringComparison.Ordinal);
        return MemoryMarshal.Cast<byte, T>(bytes.AsSpan(10 + header)).ToArray();
    }

    /// <summary>The pixels of an IDX file of images.</summary>
    internal static byte[] Idx(string path) => File.ReadAllBytes(path)[16..];

    /// <summary>Rows of numbers; the first line is left out when it is a header.</summary>
    internal static double[][] Csv(string path, bool header = false)
        => [.. File.ReadLines(path).Skip(header ? 1 : 0).Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
}
