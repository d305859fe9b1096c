using Microsoft.ML.OnnxRuntime;
using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Onnx.Graphs;
using Paname.Onnx.Outputs;

namespace Paname.Onnx.Gradients;

/// <summary>Asks the right graph and gathers its answers over chunks.</summary>
internal sealed class GradientQueries : IDisposable
{
    private readonly OnnxModelFile _file;
    private readonly OutputPlan _plan;
    private readonly OnnxClassifierOptions _options;
    private readonly GradientPrograms _programs;
    private readonly SessionCache _sessions = new();
    private readonly Lazy<ModelParameters> _parameters;
    private readonly long[] _columnOfClass;

    internal GradientQueries(OnnxModelFile file, OutputPlan plan, OnnxClassifierOptions options)
    {
        _file = file;
        _plan = plan;
        _options = options;
        _programs = new GradientPrograms(file, plan);
        _parameters = new Lazy<ModelParameters>(() => ModelParameters.Read(file, plan.Name));
        _columnOfClass = new long[plan.Classes];
        for (int column = 0; column < plan.Classes; column++)
        {
            _columnOfClass[plan.ClassOfColumn?[column] ?? column] = column;
        }
    }

    internal ModelParameters Parameters => _parameters.Value;

    internal void Inputs(RecordBatch batch, GradientObjective objective, ReadOnlySpan<int> classes, Span<double> objectives, Span<float> gradients, CancellationToken cancellationToken)
    {
        GradientSession session = _sessions.Get($"inputs:{objective}", () => Open(_programs.Inputs(objective)))!;
        double[] numbers = new double[batch.Count];
        int width = batch.Count == 0 ? 0 : gradients.Length / batch.Count;
        float[] rows = new float[gradients.Length];
        session.Run(batch, Columns(classes), 1, int.MaxValue, (start, count, results) =>
        {
            GradientValues.Read(results[0], numbers.AsSpan(start, count));
            GradientValues.ReadRows([.. results.Skip(1)], rows.AsSpan(start * width, count * width), width);
            for (int i = 0; i < count; i++)
            {
                GradientValues.RequireFinite(_file.Name, rows.AsSpan((start + i) * width, width), batch.Start + start + i + 1);
            }
        }, cancellationToken);
        numbers.CopyTo(objectives);
        rows.CopyTo(gradients);
    }

    internal void Norms(RecordBatch batch, ReadOnlySpan<int> labels, GradientScope scope, Span<double> norms, CancellationToken cancellationToken)
    {
        string[] parameters = Chosen(scope);
        string key = string.Join('\n', parameters);
        long[] columns = Columns(labels);
        double[] found = new double[batch.Count];
        void Read(int start, int count, IReadOnlyList<OrtValue> results)
        {
            GradientValues.Read(results[0], found.AsSpan(start, count));
            for (int i = 0; i < count; i++)
            {
                found[start + i] = GradientValues.RequireFinite(_file.Name, Math.Sqrt(found[start + i]), batch.Start + start + i + 1);
            }
        }

        if (_sessions.Get($"norms:{key}", () => _programs.Norms(parameters) is { } program ? Open(program) : null) is { } together)
        {
            together.Run(batch, columns, 1, int.MaxValue, Read, cancellationToken);
        }
        else
        {
            _sessions.Get($"norm:{key}", () => Open(_programs.NormOfOne(parameters)))!.Run(batch, columns, 1, 1, Read, cancellationToken);
        }

        found.CopyTo(norms);
    }

    internal BatchGradients ParameterGradients(RecordBatch batch, ReadOnlySpan<int> labels, CancellationToken cancellationToken)
    {
        ModelParameters parameters = Parameters;
        GradientSession session = _sessions.Get("parameters", () => Open(_programs.Parameters(parameters.Names)))!;
        double loss = 0;
        double[]?[] sums = new double[parameters.Names.Count][];
        session.Run(batch, Columns(labels), 1, int.MaxValue, (start, count, results) =>
        {
            double[] losses = new double[count];
            GradientValues.Read(results[0], losses);
            loss += losses.Sum();
            for (int i = 0; i < sums.Length; i++)
            {
                GradientValues.Add(results[i + 1], sums[i] ??= new double[parameters.Shapes[i].Aggregate(1L, (product, size) => product * size)]);
                GradientValues.RequireFinite(_file.Name, sums[i]!, batch.Start + start + 1, batch.Start + start + count);
            }
        }, cancellationToken);
        return new BatchGradients(
            loss / batch.Count,
            [.. parameters.Names.Select((name, i) => new ParameterGradient(name, parameters.Shapes[i], GradientValues.Mean(sums[i]!, batch.Count)))]);
    }

    public void Dispose() => _sessions.Dispose();

    private GradientSession Open(GradientProgram program) => GradientSession.Open(program, _file.Name, _options);

    private long[] Columns(ReadOnlySpan<int> classes)
    {
        long[] columns = new long[classes.Length];
        for (int i = 0; i < classes.Length; i++)
        {
            columns[i] = _columnOfClass[classes[i]];
        }

        return columns;
    }

    private string[] Chosen(GradientScope scope)
    {
        ModelParameters parameters = Parameters;
        if (scope.Names is { } names)
        {
            return names.FirstOrDefault(name => !parameters.Names.Contains(name, StringComparer.Ordinal)) is { } unknown
                ? throw new ArgumentException($"{_file.Name} has no parameter '{unknown}'. Its parameters are {string.Join(", ", parameters.Names)}.", nameof(scope))
                : [.. names];
        }

        if (scope == GradientScope.AllParameters)
        {
            return [.. parameters.Names];
        }

        return parameters.LastLayer.Count > 0
            ? [.. parameters.LastLayer]
            : throw new PanameDataException($"{_file.Name}: no matrix or convolution lies on the way to output '{_plan.Name}', so there is no last layer. Use GradientScope.AllParameters, or name the parameters.");
    }
}
