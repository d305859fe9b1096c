namespace Paname.Onnx.Graphs;

/// <summary>An input or output of a model, as its graph declares it.</summary>
/// <param name="Name">The value's name in the graph.</param>
/// <param name="Type">For example <c>tensor(float)</c>, <c>tensor(string)</c> or <c>seq(map(int64,tensor(float)))</c>.</param>
/// <param name="Shape">The dimensions, <see langword="null"/> where one is dynamic; the whole is <see langword="null"/> when the graph states no shape.</param>
public sealed record OnnxValueDescription(string Name, string Type, IReadOnlyList<long?>? Shape)
{
    /// <summary>Name, type and shape on one line, for messages.</summary>
    /// <returns>For example <c>'x' tensor(float) [?,26]</c>.</returns>
    public override string ToString()
        => Shape is null ? $"'{Name}' {Type}" : $"'{Name}' {Type} [{string.Join(',', Shape.Select(size => size is { } known ? FormattableString.Invariant($"{known}") : "?"))}]";
}
