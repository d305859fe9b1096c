using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation;

/// <summary>Collects what flows back to each value from its several uses.</summary>
internal sealed class GradientSums(GraphEditor editor)
{
    private readonly Dictionary<string, List<string>> _terms = new(StringComparer.Ordinal);

    internal void Add(string value, string gradient)
    {
        if (!_terms.TryGetValue(value, out List<string>? terms))
        {
            _terms.Add(value, terms = []);
        }

        terms.Add(gradient);
    }

    internal bool Any(string value) => _terms.ContainsKey(value);

    /// <summary>The whole gradient of a value, <see langword="null"/> when nothing flowed back to it. Ask only once every use has been visited.</summary>
    internal string? Total(string value)
    {
        if (!_terms.TryGetValue(value, out List<string>? terms))
        {
            return null;
        }

        if (terms.Count > 1)
        {
            string total = editor.Sum([.. terms]);
            terms.Clear();
            terms.Add(total);
        }

        return terms[0];
    }
}
