using Paname.Onnx.Graphs;
using Paname.Onnx.Training.Parameters;

namespace Paname.Onnx.Training.Runs;

/// <summary>Compiles each step and loss graph of a model once, and frees them once the last run on them has ended.</summary>
internal sealed class ProgramCache(OnnxModelFile file, ParameterTable table, OnnxTrainerOptions options) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ProgramKey, StepProgram> _steps = [];
    private readonly Dictionary<(TrainingLoss?, long?), LossProgram> _losses = [];
    private int _runs;
    private bool _disposed;

    /// <summary>Keeps the graphs alive until the lease is disposed, whenever the cache is.</summary>
    internal IDisposable Enter()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(OnnxTrainer));
            _runs++;
            return new Lease(this);
        }
    }

    internal StepProgram Step(TrainingRecipe recipe)
        => Get(_steps, ProgramKey.Of(recipe), () => new StepProgram(file, table, options, recipe));

    internal LossProgram Loss(TrainingRecipe recipe)
        => Get(_losses, (recipe.Loss, recipe.PaddingToken), () => new LossProgram(file, table, options, recipe));

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            FreeUnused();
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _runs--;
            FreeUnused();
        }
    }

    private void FreeUnused()
    {
        if (!_disposed || _runs > 0)
        {
            return;
        }

        foreach (IDisposable program in _steps.Values.Concat<IDisposable>(_losses.Values))
        {
            program.Dispose();
        }

        _steps.Clear();
        _losses.Clear();
    }

    private TProgram Get<TKey, TProgram>(Dictionary<TKey, TProgram> programs, TKey key, Func<TProgram> compile)
        where TKey : notnull
    {
        lock (_gate)
        {
            if (!programs.TryGetValue(key, out TProgram? program))
            {
                program = compile();
                programs.Add(key, program);
            }

            return program;
        }
    }

    private sealed class Lease(ProgramCache cache) : IDisposable
    {
        public void Dispose() => cache.Leave();
    }
}
