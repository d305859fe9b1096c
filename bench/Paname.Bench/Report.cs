using System.Globalization;
using System.Runtime.InteropServices;
using Paname.Bench.Metrics;
using Paname.Bench.Audit;
using Paname.Bench.Credit;
using Paname.Bench.Measuring;

namespace Paname.Bench;

/// <summary>Measures everything and writes it as tables. A missed goal is said, and no failure: a bench measures.</summary>
internal static class Report
{
    internal static int Write(TextWriter to)
    {
        to.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}. Ratios are medians over runs taken in turn (least .. most); peak memory is of a process of its own."));
        to.WriteLine();
        TextTable.Write(to,
        [
            ComparisonRow.Heading,
            Row("audit of 100,000 28x28 images / raw ONNX Runtime loop", 1.10, "audit", "raw", ImageAudit.Compare, BenchInput.Images),
            Row("AUC with DeLong of 1,000,000 scores / sorting them", 3, "auc", "sort", () => AucBench.Compare(digits: null)),
            Row("the same, scores tied at one decimal / sorting them", 3, "auc", "sort", () => AucBench.Compare(digits: 1)),
        ]);
        to.WriteLine();
        to.WriteLine($"Of these peaks, {PeakMemory.Of("images")} MiB is a process that only makes the images.");
        to.WriteLine();
        WriteCredit(to);
        to.WriteLine();
        TrainingReport.Write(to);
        to.WriteLine();
        return MembershipReport.Write(to);
    }

    internal static int WriteTraining(TextWriter to)
    {
        TrainingReport.Write(to);
        return 0;
    }

    private static string[] Row(string what, double goal, string ours, string theirs, Func<Paired> compare, params string[] inputs)
    {
        if (BenchInput.Missing(inputs) is { } missing)
        {
            return ComparisonRow.Missing(what, goal, missing);
        }

        // Children first: the parent holds the data of its own measurement later on.
        (string ourPeak, string theirPeak) = (PeakMemory.Of(ours), PeakMemory.Of(theirs));
        return ComparisonRow.Of(what, goal, compare(), ourPeak, theirPeak);
    }

    private static void WriteCredit(TextWriter to)
    {
        if (BenchInput.Missing(BenchInput.Credit, BenchInput.CreditMembers, BenchInput.CreditNonMembers) is { } missing)
        {
            to.WriteLine("audit of the credit model: " + missing);
            return;
        }

        string[] child = ChildProcess.Run("credit") ?? [];
        var cold = StepTimes.Parse(child).Steps.ToDictionary(step => step.Step, step => step.Milliseconds, StringComparer.Ordinal);
        List<string[]> rows = [["credit model, 4,400 records of 26 features: step", "median ms", "first ms, new process"]];
        rows.AddRange(CreditAudit.Median().Steps.Select(step => new[]
        {
            step.Step, Number(step.Milliseconds, "F2"), cold.TryGetValue(step.Step, out double first) ? Number(first, "F2") : "failed",
        }));
        TextTable.Write(to, rows);
        to.WriteLine($"Peak memory of that process: {PeakMemory.In(child)} MiB.");
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
