using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Graphs.Editing;

/// <summary>One call of a model's own function, written out as nodes.</summary>
internal sealed class FunctionCall
{
    private readonly NodeProto _call;
    private readonly FunctionProto _function;
    private readonly GraphEditor _editor;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal) { [string.Empty] = string.Empty };

    internal FunctionCall(NodeProto call, FunctionProto function, GraphEditor editor)
    {
        (_call, _function, _editor) = (call, function, editor);
        for (int input = 0; input < function.Input.Count; input++)
        {
            _names[function.Input[input]] = call.InputAt(input);
        }

        for (int output = 0; output < Math.Min(function.Output.Count, call.Output.Count); output++)
        {
            if (call.Output[output].Length > 0)
            {
                _names[function.Output[output]] = call.Output[output];
            }
        }
    }

    internal IEnumerable<NodeProto> Inlined() => _function.Node.Select(Renamed);

    private NodeProto Renamed(NodeProto node)
    {
        NodeProto renamed = node.Clone();
        renamed.Name = _editor.Fresh($"{(_call.Name.Length > 0 ? _call.Name : _function.Name)}/{(node.Name.Length > 0 ? node.Name : node.OpType)}");
        Rename(renamed.Input);
        Rename(renamed.Output);
        foreach (AttributeProto attribute in renamed.Attribute.Where(attribute => attribute.RefAttrName.Length > 0).ToArray())
        {
            renamed.Attribute.Remove(attribute);
            if ((_call.Find(attribute.RefAttrName) ?? _function.AttributeProto.FirstOrDefault(given => given.Name == attribute.RefAttrName)) is { } given)
            {
                AttributeProto value = given.Clone();
                value.Name = attribute.Name;
                renamed.Attribute.Add(value);
            }
        }

        foreach (GraphProto body in renamed.Bodies)
        {
            Rename(body);
        }

        return renamed;
    }

    private void Rename(GraphProto body)
    {
        foreach (ValueInfoProto value in body.Input.Concat(body.Output))
        {
            value.Name = Name(value.Name);
        }

        foreach (TensorProto tensor in body.Initializer)
        {
            tensor.Name = Name(tensor.Name);
        }

        NodeProto[] nodes = [.. body.Node.Select(Renamed)];
        body.Node.Clear();
        body.Node.AddRange(nodes);
        body.ValueInfo.Clear();
    }

    private void Rename(Google.Protobuf.Collections.RepeatedField<string> values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            values[i] = Name(values[i]);
        }
    }

    private string Name(string inside)
    {
        if (!_names.TryGetValue(inside, out string? name))
        {
            name = _editor.Fresh($"{(_call.Name.Length > 0 ? _call.Name : _function.Name)}/{inside}");
            _names.Add(inside, name);
        }

        return name;
    }
}
