using Paname.Attacks.Data;

namespace Paname.Attacks.Learning;

/// <summary>Raw inputs and labels of records as rows for a learner.</summary>
internal static class RecordTable
{
    private const int MostLabelColumns = 200;

    /// <summary>The chosen inputs of the chosen records, then the label: one column per class, or one column of its number where there are very many classes.</summary>
    internal static FeatureTable Of(FeatureMatrix inputs, IReadOnlyList<int> labels, int classes, IReadOnlyList<int> records, int[] columns)
    {
        bool oneHot = classes <= MostLabelColumns;
        int width = columns.Length + (oneHot ? classes : 1);
        var values = new double[checked(records.Count * width)];
        for (int i = 0; i < records.Count; i++)
        {
            ReadOnlySpan<double> row = inputs.Row(records[i]);
            for (int c = 0; c < columns.Length; c++)
            {
                values[(i * width) + c] = row[columns[c]];
            }

            int label = labels[records[i]];
            values[(i * width) + columns.Length + (oneHot ? label : 0)] = oneHot ? 1 : label;
        }

        return new FeatureTable(records.Count, width, values);
    }
}
