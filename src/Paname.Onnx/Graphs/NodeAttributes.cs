using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Graphs;

/// <summary>Reads a node's attributes by name, with the defaults of the operator.</summary>
internal static class NodeAttributes
{
    extension(NodeProto node)
    {
        internal AttributeProto? Find(string name) => node.Attribute.FirstOrDefault(attribute => attribute.Name == name);

        internal long Integer(string name, long otherwise) => node.Find(name)?.I ?? otherwise;

        internal float Real(string name, float otherwise) => node.Find(name)?.F ?? otherwise;

        internal string Text(string name, string otherwise) => node.Find(name)?.S.ToStringUtf8() ?? otherwise;

        internal IReadOnlyList<float> Floats(string name) => node.Find(name)?.Floats ?? (IReadOnlyList<float>)[];

        internal IReadOnlyList<long> Integers(string name) => node.Find(name)?.Ints ?? (IReadOnlyList<long>)[];

        internal IReadOnlyList<string> Texts(string name)
            => node.Find(name)?.Strings.Select(text => text.ToStringUtf8()).ToArray() ?? [];

        /// <summary>The name of an input, empty where it is omitted: a malformed node must not end in an index error.</summary>
        internal string InputAt(int index) => index < node.Input.Count ? node.Input[index] : string.Empty;

        /// <summary>The graphs a node runs: branches of an If, the body of a Loop or Scan.</summary>
        internal IEnumerable<GraphProto> Bodies
            => node.Attribute.SelectMany(attribute => attribute.G is { } body ? attribute.Graphs.Append(body) : attribute.Graphs);

        /// <summary>Removes an attribute and returns it; <see langword="null"/> where it is not given.</summary>
        internal AttributeProto? Take(string name)
        {
            AttributeProto? attribute = node.Find(name);
            if (attribute is not null)
            {
                node.Attribute.Remove(attribute);
            }

            return attribute;
        }

        /// <summary>For messages: the operator and, where it has one, the node's name.</summary>
        internal string Title => string.IsNullOrEmpty(node.Name) ? node.OpType : $"{node.OpType} (node '{node.Name}')";
    }
}
