using System.Diagnostics;
using System.Globalization;
using Paname.Bench.Measuring;

namespace Paname.Bench.Credit;

/// <summary>Named steps with their milliseconds, in the order they ran.</summary>
internal sealed class StepTimes
{
    private readonly List<(string Step, double Milliseconds)> _steps = [];

    internal IReadOnlyList<(string Step, double Milliseconds)> Steps => _steps;

    internal T Time<T>(string step, Func<T> run)
    {
        long start = Stopwatch.GetTimestamp();
        T result = run();
        _steps.Add((step, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
        return result;
    }

    internal static StepTimes Median(IReadOnlyList<StepTimes> runs)
    {
        var median = new StepTimes();
        for (int i = 0; i < runs[0].Steps.Count; i++)
        {
            int step = i;
            median._steps.Add((runs[0].Steps[i].Step, Paired.Median(runs.Select(run => run.Steps[step].Milliseconds))));
        }

        return median;
    }

    /// <summary>Reads "step, tab, milliseconds" lines; others are passed over.</summary>
    internal static StepTimes Parse(IEnumerable<string> lines)
    {
        var times = new StepTimes();
        foreach (string[] cells in lines.Select(line => line.Split('\t')).Where(cells => cells.Length == 2))
        {
            times._steps.Add((cells[0], double.Parse(cells[1], CultureInfo.InvariantCulture)));
        }

        return times;
    }
}
