using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Training.Parameters;

/// <summary>Collects what layers say about the stored tensors they use. The first layer that calls a tensor its weight decides.</summary>
internal sealed class ParameterCandidates(WorkingModel model)
{
    private readonly Dictionary<string, TensorProto> _stored = model.Graph.Initializer.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, (ParameterRole Role, Fans Fans)> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _statistics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);

    /// <summary>The tensors called weights, in order of their first use.</summary>
    internal List<string> Trained { get; } = [];

    /// <summary>The running statistics, in order of their first use; <see langword="true"/> for a variance.</summary>
    internal IReadOnlyDictionary<string, bool> Statistics => _statistics;

    internal bool IsTrained(string tensor) => _roles.ContainsKey(tensor);

    internal (ParameterRole Role, Fans Fans) RoleOf(string tensor) => _roles[tensor];

    /// <summary>Why a layer did not call a tensor its weight, where one said so.</summary>
    internal string? ReasonOf(string tensor) => _reasons.GetValueOrDefault(tensor);

    internal IReadOnlyList<long> Shape(string tensor) => _stored[tensor].Dims;

    internal long Count(string tensor) => Shape(tensor).Aggregate(1L, (product, size) => product * size);

    internal bool IsFloat(string tensor) => _stored[tensor].DataType == (int)DataType.Float;

    internal float[] Values(string tensor) => TensorValues.Floats(_stored[tensor])!;

    internal void Add(string tensor, ParameterRole role, Fans fans)
    {
        DataType type = (DataType)_stored[tensor].DataType;
        if (type is DataType.Float16 or DataType.Bfloat16 or DataType.Double)
        {
            throw ParameterErrors.Precision(model.Name, tensor, type);
        }

        if (type != DataType.Float)
        {
            throw ParameterErrors.Quantised(model.Name, $"weight '{tensor}' is stored as {type.ToString().ToLowerInvariant()}");
        }

        if (_roles.TryAdd(tensor, (role, fans)))
        {
            Trained.Add(tensor);
        }
    }

    internal void AddStatistic(string tensor, bool isVariance) => _statistics.TryAdd(tensor, isVariance);

    internal void Refuse(string tensor, string reason) => _reasons.TryAdd(tensor, reason);
}
