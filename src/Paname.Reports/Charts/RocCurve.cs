using Paname.Testing;

namespace Paname.Reports.Charts;

/// <summary>One ROC curve as the page carries it: points that would fall on one pixel are left out, numbers have four digits.</summary>
/// <param name="Rank">0 to 3 for the strongest attacks, -1 for the others.</param>
/// <param name="X">False positive rates.</param>
/// <param name="Y">True positive rates.</param>
/// <param name="Bounds">Rate, lower and upper bound, where there are bounds.</param>
internal sealed record RocCurve(int Rank, IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<IReadOnlyList<double>> Bounds)
{
    private const double Step = .003;

    internal static RocCurve Of(ReportAttack attack, int rank, double floor)
    {
        List<ReportRocPoint> kept = [new(0, 0)];
        ReportRocPoint[] points = [.. attack.Roc];
        for (int i = 0; i < points.Length; i++)
        {
            if (i == points.Length - 1 || Apart(kept[^1], points[i], floor))
            {
                kept.Add(points[i]);
            }
        }

        if (kept[^1] is not { Fpr: 1, Tpr: 1 })
        {
            kept.Add(new(1, 1));
        }

        return new RocCurve(
            rank,
            [.. kept.Select(point => Rounded(point.Fpr))],
            [.. kept.Select(point => Rounded(point.Tpr))],
            [.. points.Where(point => point is { Lower: not null, Upper: not null }).Select(point => new[] { Rounded(point.Fpr), Rounded(point.Lower!.Value), Rounded(point.Upper!.Value) })]);
    }

    private static bool Apart(ReportRocPoint a, ReportRocPoint b, double floor) => Apart(a.Fpr, b.Fpr, floor) || Apart(a.Tpr, b.Tpr, floor);

    private static bool Apart(double a, double b, double floor)
        => Math.Abs(a - b) > Step || Math.Abs(Math.Log(Math.Max(a, floor) / Math.Max(b, floor))) > Step * -Math.Log(floor);

    private static double Rounded(double value)
    {
        if (value is 0 or 1 || !double.IsFinite(value))
        {
            return double.IsFinite(value) ? value : 0;
        }

        int digits = Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 15);
        return Math.Round(value, digits);
    }
}
