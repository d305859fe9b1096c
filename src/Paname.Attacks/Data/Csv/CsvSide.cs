namespace Paname.Attacks.Data.Csv;

/// <summary>What was read from one file, on the way to labelled records.</summary>
internal sealed class CsvSide(string file, int columns, OptionalColumn ids, OptionalColumn groups)
{
    internal FeatureCells[] Cells { get; } = [.. Enumerable.Range(0, columns).Select(_ => new FeatureCells())];

    internal List<int> Labels { get; } = [];

    /// <summary>Numeric columns become one row-major field, text columns a field each.</summary>
    internal LabelledRecords Build(FeatureColumn[] features)
    {
        int[] numeric = [.. Enumerable.Range(0, features.Length).Where(i => !features[i].IsText)];
        var fields = new List<RecordField>();
        if (numeric.Length > 0)
        {
            if ((long)Labels.Count * numeric.Length > Array.MaxLength)
            {
                throw new PanameDataException($"{file} holds more values than one array can. Audit a random sample of the records.");
            }

            var values = new double[Labels.Count * numeric.Length];
            for (int i = 0; i < numeric.Length; i++)
            {
                Cells[numeric[i]].CopyNumbers(features[numeric[i]], values, i, numeric.Length);
            }

            fields.Add(new RecordField<double>("features", values, [numeric.Length], [.. numeric.Select(i => features[i].Name)]));
        }

        for (int i = 0; i < features.Length; i++)
        {
            if (features[i].IsText)
            {
                fields.Add(new RecordField<string>(features[i].Name, Cells[i].Texts(features[i]), []));
            }
        }

        return Named.In(file, () => new LabelledRecords(new Records(fields), Labels, ids.Values, groups.Values));
    }
}
