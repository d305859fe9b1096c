using System.Globalization;
using System.Text.RegularExpressions;

namespace Paname.Attacks.Data.Arrays;

/// <summary>The header of an NPY file: the text of a Python dictionary with descr, fortran_order and shape.</summary>
internal sealed partial record NpyHeader(string Descr, bool FortranOrder, long[] Shape)
{
    internal static NpyHeader Parse(string text, string name)
    {
        Match descr = DescrPattern().Match(text);
        Match order = OrderPattern().Match(text);
        Match shape = ShapePattern().Match(text);
        if (!order.Success || !shape.Success || !text.Contains("'descr'", StringComparison.Ordinal))
        {
            throw new PanameDataException($"{name}: the header is not one of an NPY file. Write it anew with numpy.save.");
        }

        if (!descr.Success)
        {
            throw new PanameDataException($"{name} holds records with named fields; a plain array of numbers is needed.");
        }

        string[] sizes = shape.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var dimensions = new long[sizes.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            if (!long.TryParse(sizes[i], NumberStyles.None, CultureInfo.InvariantCulture, out dimensions[i]))
            {
                throw new PanameDataException($"{name}: the header announces a shape that is negative or larger than one array can hold.");
            }
        }

        return new NpyHeader(descr.Groups[1].Value, order.Groups[1].Value == "True", dimensions);
    }

    [GeneratedRegex(@"'descr'\s*:\s*'([^']*)'", RegexOptions.CultureInvariant)]
    private static partial Regex DescrPattern();

    [GeneratedRegex(@"'fortran_order'\s*:\s*(True|False)", RegexOptions.CultureInvariant)]
    private static partial Regex OrderPattern();

    [GeneratedRegex(@"'shape'\s*:\s*\(([^)]*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex ShapePattern();
}
