using Google.Protobuf.Collections;
using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Outputs;

/// <summary>Chooses the output to audit: the declared one, else the one with scores, else the one with labels.</summary>
internal static class OutputChooser
{
    internal static OutputChoice Choose(GraphProto graph, string? declared, string model)
    {
        var tracer = new OutputTracer(new GraphView(graph));
        RepeatedField<ValueInfoProto> outputs = graph.Output;
        if (declared is not null)
        {
            return outputs.FirstOrDefault(output => output.Name == declared) is { } named
                ? new OutputChoice(named.Name, Find(tracer, named))
                : throw new PanameDataException($"{model}: no output is named '{declared}'. Its outputs are {List(outputs)}; set OutputName to one of them.");
        }

        OutputChoice[] all = [.. outputs.Select(output => new OutputChoice(output.Name, Find(tracer, output)))];
        OutputChoice[] scores = [.. all.Where(choice => choice.Finding.Nature != OutputNature.Labels)];
        OutputChoice[] candidates = scores.Length > 0 ? scores : all;
        if (candidates.Length == 1)
        {
            return candidates[0];
        }

        // One of them is the softmax of the other: the logits say the same without saturation.
        if (candidates.Length == 2
            && candidates.FirstOrDefault(choice => choice.Finding.Nature == OutputNature.Logits) is { } logits
            && candidates.FirstOrDefault(choice => choice.Finding.Nature == OutputNature.Probabilities) is { } probabilities
            && tracer.View.Producer(probabilities.Name) is { OpType: "Softmax" } softmax
            && softmax.Input[0] == logits.Name)
        {
            return logits;
        }

        throw new PanameDataException($"{model}: more than one output could hold the model's scores: {List(outputs)}. Set OutputName to the one to audit.");
    }

    private static OutputFinding Find(OutputTracer tracer, ValueInfoProto output)
    {
        OutputFinding finding = tracer.Trace(output.Name);
        bool holdsLabels = (TensorProto.Types.DataType)(output.Type?.TensorType?.ElemType ?? 0)
            is TensorProto.Types.DataType.Int64 or TensorProto.Types.DataType.Int32 or TensorProto.Types.DataType.String or TensorProto.Types.DataType.Bool;
        return holdsLabels ? finding with { Nature = OutputNature.Labels, Labels = finding.Nature == OutputNature.Labels ? finding.Labels : null } : finding;
    }

    private static string List(IEnumerable<ValueInfoProto> outputs) => string.Join(", ", outputs.Select(output => $"'{output.Name}'"));
}
