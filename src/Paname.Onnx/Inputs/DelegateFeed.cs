using Microsoft.ML.OnnxRuntime;
using Paname.Attacks.Data;

namespace Paname.Onnx.Inputs;

/// <summary>Feeds what the caller's binding returns for each chunk.</summary>
internal sealed class DelegateFeed(ModelInput input, OnnxInputBinding binding, OnnxImageInput? image) : InputFeed
{
    private InputFeed? _current;

    internal override OrtValue Create(RecordBatch chunk, int rows)
    {
        RecordField field = binding(input.Name, chunk)
            ?? throw new PanameDataException($"{input.Model}: InputBinding gave a field for input '{input.Name}' once and none later. It must decide by the input's name only.");
        if (field.Count != chunk.Count)
        {
            throw new PanameDataException($"{input.Model}: InputBinding gave {field.Count} entries for input '{input.Name}', where the batch has {chunk.Count}. Return one per record of the batch.");
        }

        _current?.Dispose();
        _current = FeedFactory.Create(input, field, column: null, image, offset: chunk.Start);
        return _current.Create(new RecordBatch(new Records(field), 0, field.Count), rows);
    }

    public override void Dispose() => _current?.Dispose();
}
