using System.Globalization;

namespace Paname.Attacks.Data.Arrays;

/// <summary>An array as a file holds it: values of one of the types of records, and its shape.</summary>
internal abstract record ArrayData(string Name, int[] Shape)
{
    internal int Count => Shape.Length == 0 ? 1 : Shape[0];

    /// <summary>The array as features: its first dimension counts the records.</summary>
    internal abstract Records ToRecords();

    internal abstract double At(int index);

    internal abstract int Length { get; }

    /// <summary>The array as one whole number per record: [n] or [n, 1].</summary>
    internal int[] ToIntegers(string what)
    {
        RequireColumn(what);
        var result = new int[Count];
        for (int i = 0; i < result.Length; i++)
        {
            double value = At(i);
            if (value != Math.Floor(value) || Math.Abs(value) > int.MaxValue)
            {
                throw new PanameDataException($"{Name}, record {(i + 1).ToString(CultureInfo.InvariantCulture)}: the {what} is no whole number.");
            }

            result[i] = (int)value;
        }

        return result;
    }

    internal string ShapeText => "[" + string.Join(", ", Shape.Select(size => size.ToString(CultureInfo.InvariantCulture))) + "]";

    internal void RequireColumn(string what)
    {
        if (Shape.Length is 0 or > 2 || (Shape.Length == 2 && Shape[1] != 1))
        {
            throw new PanameDataException($"{Name} has shape {ShapeText}; one {what} per record is needed: [records].");
        }
    }

    internal void RequireRecords()
    {
        if (Shape.Length == 0)
        {
            throw new PanameDataException($"{Name} holds a single number; an array whose first dimension counts the records is needed.");
        }

        if (Length == 0)
        {
            throw new PanameDataException($"{Name} has shape {ShapeText}, so it holds no value.");
        }
    }
}

/// <summary>An array with values of one type.</summary>
internal sealed record ArrayData<T>(string Name, int[] Shape, T[] Values) : ArrayData(Name, Shape)
    where T : struct
{
    internal override int Length => Values.Length;

    internal override Records ToRecords()
    {
        RequireRecords();
        return Named.In(Name, () => Records.FromArray<T>(Values, Shape[1..]));
    }

    internal override double At(int index) => Convert.ToDouble(Values[index], CultureInfo.InvariantCulture);
}
