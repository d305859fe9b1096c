using System.Globalization;
using Paname.Bench.Measuring;

namespace Paname.Bench;

/// <summary>One comparison as a row of the report. A missed goal is said, and no failure: a bench measures.</summary>
internal static class ComparisonRow
{
    internal static string[] Heading { get; } = ["what / compared with", "pairs", "ours ms", "theirs ms", "ratio", "range", "goal", "met", "CPU ratio", "ours peak MiB", "theirs"];

    /// <param name="what">What is compared with what.</param>
    /// <param name="goal">The largest ratio that meets the goal.</param>
    /// <param name="times">The measurement.</param>
    /// <param name="ourPeak">Peak memory of our side, in MiB.</param>
    /// <param name="theirPeak">Peak memory of the other side, in MiB.</param>
    /// <param name="oneProcess">Whether both ran in this process: of another one the processor time is not seen.</param>
    internal static string[] Of(string what, double goal, Paired times, string ourPeak, string theirPeak, bool oneProcess = true)
    {
        return
        [
            what, Number(times.Pairs, "F0"), Time(times.Ours), Time(times.Theirs), Number(times.Ratio, "F3"),
            $"{Number(times.Least, "F3")} .. {Number(times.Most, "F3")}", Goal(goal), times.Ratio <= goal ? "met" : "MISSED",
            oneProcess ? Number(times.ProcessorRatio, "F3") : "-", ourPeak, theirPeak,
        ];
    }

    internal static string[] Missing(string what, double goal, string why)
        => [what, string.Empty, string.Empty, string.Empty, why, string.Empty, Goal(goal), string.Empty, string.Empty, string.Empty, string.Empty];

    private static string Goal(double goal) => "<= " + Number(goal, goal < 0.01 ? "F3" : "F2");

    private static string Time(double milliseconds) => Number(milliseconds, milliseconds < 10 ? "F1" : "F0");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
