namespace Paname.Attacks.Data.Csv;

/// <summary>The cells of one feature column in one file. A missing number is held as NaN, which no cell can hold, a missing text as null.</summary>
internal sealed class FeatureCells
{
    private readonly List<double> _numbers = [];
    private readonly List<string?> _texts = [];
    private int _missingBeforeType;

    internal void Add(double number)
    {
        Settle(text: false);
        _numbers.Add(number);
    }

    internal void Add(string text)
    {
        Settle(text: true);
        _texts.Add(text);
    }

    internal void AddMissing(bool? isText)
    {
        switch (isText)
        {
            case null:
                _missingBeforeType++;
                break;
            case true:
                Settle(text: true);
                _texts.Add(null);
                break;
            default:
                Settle(text: false);
                _numbers.Add(double.NaN);
                break;
        }
    }

    internal void CopyNumbers(FeatureColumn column, Span<double> rows, int offset, int width)
    {
        Settle(text: false);
        for (int i = 0; i < _numbers.Count; i++)
        {
            rows[(i * width) + offset] = double.IsNaN(_numbers[i]) ? column.MissingNumber() : _numbers[i];
        }

        _numbers.Clear();
        _numbers.TrimExcess();
    }

    internal string[] Texts(FeatureColumn column)
    {
        Settle(text: true);
        return [.. _texts.Select(text => text ?? column.MissingText())];
    }

    private void Settle(bool text)
    {
        for (; _missingBeforeType > 0; _missingBeforeType--)
        {
            if (text)
            {
                _texts.Add(null);
            }
            else
            {
                _numbers.Add(double.NaN);
            }
        }
    }
}
