using Paname.Attacks.Data;

namespace Paname.Onnx.Inputs;

/// <summary>Finds the values of each input: by binding, by field name, by column name, or the only field for the only input.</summary>
internal sealed class InputBinder(string model, IReadOnlyList<ModelInput> inputs, OnnxClassifierOptions options)
{
    /// <summary>One feed per input, in order; the caller disposes them.</summary>
    internal InputFeed[] Bind(RecordBatch batch) => [.. inputs.Select(input => Bind(input, batch))];

    private InputFeed Bind(ModelInput input, RecordBatch batch)
    {
        Records records = batch.Records;
        if (options.InputBinding is { } binding && binding(input.Name, new RecordBatch(records, batch.Start, Math.Min(1, batch.Count))) is not null)
        {
            return new DelegateFeed(input, binding, options.Image);
        }

        foreach (RecordField field in records.Fields)
        {
            if (field.Name == input.Name)
            {
                return FeedFactory.Create(input, field, column: null, options.Image);
            }
        }

        foreach (RecordField field in records.Fields)
        {
            for (int column = 0; column < (field.Columns?.Count ?? 0); column++)
            {
                if (field.Columns![column] == input.Name)
                {
                    return FeedFactory.Create(input, field, column, options.Image);
                }
            }
        }

        return inputs.Count == 1 && records.Fields.Count == 1
            ? FeedFactory.Create(input, records.Fields[0], column: null, options.Image)
            : throw new PanameDataException(
                $"{model}: no field or column is named like input '{input.Name}'. The model's inputs are {List(inputs.Select(each => each.Name))}; the records have the fields {List(records.Fields.SelectMany(Names))}. Rename the columns, or say with OnnxClassifierOptions.InputBinding which values feed which input.");
    }

    private static IEnumerable<string> Names(RecordField field) => field.Columns is { } columns ? columns : [field.Name];

    private static string List(IEnumerable<string> names)
    {
        string[] all = [.. names.Select(name => $"'{name}'")];
        return all.Length <= 20 ? string.Join(", ", all) : $"{string.Join(", ", all.Take(20))} and {all.Length - 20} more";
    }
}
