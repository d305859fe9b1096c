using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Reports.Tests.Html;

/// <summary>A real audit, of a model that leaks, of records that hold a value found nowhere else: the value is in no report.</summary>
public class PlantedValueTests
{
    private const double Planted = 734912865;
    private const int PerSide = 300;

    [Fact]
    public void No_value_of_a_record_is_in_a_report_of_a_real_audit()
    {
        var random = new MersenneTwister(3, true);
        double[][] Records() => [.. Enumerable.Range(0, PerSide).Select(_ => new[] { Planted, random.NextDouble() })];
        (double[][] members, double[][] others) = (Records(), Records());
        int[] Labels(double[][] records) => [.. records.Select(record => record[1] > .5 ? 1 : 0)];
        HashSet<double> known = [.. members.Select(record => record[1])];
        DelegateClassifier model = DelegateClassifier.FromRows(OutputKind.Probabilities, 2, record =>
        {
            double right = known.Contains(record[1]) ? .9 + (.09 * record[1]) : .6 + (.3 * record[1]);
            return record[1] > .5 ? [1 - right, right] : [right, 1 - right];
        });
        var messages = new List<string>();
        AuditedMetric auc = new PrivacyAudits("xUnit", messages.Add).Auc(model, MembershipData.FromArrays(members, Labels(members), others, Labels(others)));
        auc.IsBelow(.6);
        AuditReport report = AuditReport.Of(auc.Audit) with { Gates = [Support.Sample.Gate("auc", .6, "Fail", false) with { Message = Assert.Single(messages) }] };
        HistoryEntry entry = HistoryEntry.Of(auc.Audit);
        foreach (ReportLanguage language in new[] { ReportLanguage.English, ReportLanguage.French })
        {
            var options = new ReportOptions { Language = language, History = [entry, entry] };
            foreach (string text in new[] { HtmlReport.Render([report], options), MarkdownReport.Render([report], options) })
            {
                Assert.Contains("member #", text, StringComparison.Ordinal);
                Assert.DoesNotMatch("734.?912.?865|7[.,]349128", text);
            }
        }
    }
}
