using Paname.Onnx.Graphs;
using Paname.Onnx.Training.Parameters;

namespace Paname.Onnx.Training.Runs;

/// <summary>Compiles each step and loss graph of a model once.</summary>
internal sealed class ProgramCache(OnnxModelFile file, ParameterTable table, OnnxTrainerOptions options) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ProgramKey, StepProgram> _steps = [];
    private readonly Dictionary<(TrainingLoss?, long?), LossProgram> _losses = [];
    private bool _disposed;

    internal StepProgram Step(TrainingRecipe recipe)
        => Get(_steps, ProgramKey.Of(recipe), () => new StepProgram(file, table, options, recipe));

    internal LossProgram Loss(TrainingRecipe recipe)
        => Get(_losses, (recipe.Loss, recipe.PaddingToken), () => new LossProgram(file, table, options, recipe));

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            foreach (IDisposable program in _steps.Values.Concat<IDisposable>(_losses.Values))
            {
                program.Dispose();
            }

            _steps.Clear();
            _losses.Clear();
        }
    }

    private TProgram Get<TKey, TProgram>(Dictionary<TKey, TProgram> programs, TKey key, Func<TProgram> compile)
        where TKey : notnull
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(OnnxTrainer));
            if (!programs.TryGetValue(key, out TProgram? program))
            {
                program = compile();
                programs.Add(key, program);
            }

            return program;
        }
    }
}
