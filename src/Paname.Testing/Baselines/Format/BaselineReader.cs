using System.Globalization;
using System.Text.Json;

namespace Paname.Testing;

/// <summary>Reads the fields of a baseline; what their values must be is checked by <see cref="BaselineCheck"/>.</summary>
internal static class BaselineReader
{
    private const int LongestFile = 16 * 1024 * 1024;

    /// <summary>Written means and deviations may be rounded by those who edit a file by hand.</summary>
    private const double Rounding = 1e-9;

    internal static Baseline Read(string json, string name)
    {
        var path = new FieldPath(name);
        if (json.Length > LongestFile)
        {
            throw path.Error("is far longer than a baseline");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json.StartsWith('\uFEFF') ? json[1..] : json);
            return File(document.RootElement, path);
        }
        catch (JsonException e)
        {
            throw path.Error(string.Create(CultureInfo.InvariantCulture, $"is not JSON (line {(e.LineNumber ?? 0) + 1}): it may be cut off, or hold NaN or a decimal comma"));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // Broken surrogates are found when a text is unescaped or transcoded, not when the document is parsed.
            throw path.Error("holds a text that is not Unicode");
        }
    }

    private static Baseline File(JsonElement element, FieldPath path)
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("schema", out JsonElement schema)
            && JsonFields.Text(schema, path["schema"]) != Baseline.SchemaName)
        {
            throw path["schema"].Error($"is not {Baseline.SchemaName}: another version of Paname wrote it");
        }

        var fields = new JsonFields(element, path, BaselineFields.File);
        return new Baseline
        {
            Test = fields.Text("test"),
            Subject = fields.Read("subject", Subject),
            Margin = fields.Number("margin"),
            Tolerance = fields.Number("tolerance"),
            Metrics = fields.Map("metrics", Metric),
            NotApplicable = fields.Map("notApplicable", JsonFields.Text),
            Proposal = fields.ReadOrNull("proposal", Proposal),
            Acceptances = fields.List("acceptances", Acceptance),
        };
    }

    private static BaselineSubject Subject(JsonElement element, FieldPath path)
    {
        var fields = new JsonFields(element, path, BaselineFields.Subject);
        return new BaselineSubject
        {
            Target = fields.Text("target"),
            TargetFingerprint = fields.TextOrNull("targetFingerprint"),
            DataFingerprint = fields.Text("dataFingerprint"),
            Members = fields.Whole("members"),
            NonMembers = fields.Whole("nonMembers"),
            AttackSet = fields.Text("attackSet"),
            Seed = fields.Whole("seed"),
            PanameVersion = fields.Text("panameVersion"),
        };
    }

    private static BaselineMetric Metric(JsonElement element, FieldPath path)
    {
        var fields = new JsonFields(element, path, BaselineFields.Metric);
        return new BaselineMetric
        {
            Estimate = fields.Number("estimate"),
            Lower = fields.Number("lower"),
            Upper = fields.Number("upper"),
            StandardError = fields.Number("standardError"),
            Members = fields.Whole("members"),
            NonMembers = fields.Whole("nonMembers"),
            HigherIsWorse = fields.Flag("higherIsWorse"),
            Gated = fields.Flag("gated"),
            Retrainings = fields.Read("retrainings", Retrainings),
            Anchor = fields.Read("anchor", Anchor),
            PairedStandardError = fields.NumberOrNull("pairedStandardError"),
        };
    }

    private static BaselineRetrainings Retrainings(JsonElement element, FieldPath path)
    {
        var fields = new JsonFields(element, path, BaselineFields.Retrainings);
        var retrainings = new BaselineRetrainings(fields.List("values", JsonFields.Number), fields.List("models", JsonFields.TextOrNull));
        if (fields.Whole("count") != retrainings.Count || retrainings.Count == 0)
        {
            throw path["count"].Error("is not the number of values");
        }

        if (!(Math.Abs(fields.Number("mean") - retrainings.Mean) <= Rounding * Math.Max(1, Math.Abs(retrainings.Mean))))
        {
            throw path["mean"].Error("is not the mean of the values");
        }

        double? deviation = fields.NumberOrNull("standardDeviation");
        if (deviation is null != retrainings.StandardDeviation is null
            || deviation is { } stated && !(Math.Abs(stated - retrainings.StandardDeviation!.Value) <= Rounding * Math.Max(1, stated)))
        {
            throw path["standardDeviation"].Error("is not the standard deviation (n - 1) of the values");
        }

        return retrainings;
    }

    private static BaselineAnchor Anchor(JsonElement element, FieldPath path)
    {
        var fields = new JsonFields(element, path, BaselineFields.Anchor);
        return new BaselineAnchor(fields.Number("mean"), fields.Number("standardError"), fields.Whole("count"), fields.NumberOrNull("standardDeviation"))
        {
            DataFingerprint = fields.TextOrNull("dataFingerprint"),
        };
    }

    private static BaselineProposal Proposal(JsonElement element, FieldPath path)
    {
        var fields = new JsonFields(element, path, BaselineFields.Proposal);
        return new BaselineProposal(fields.TextOrNull("targetFingerprint"), fields.Map("estimates", JsonFields.Number));
    }

    private static BaselineAcceptance Acceptance(JsonElement element, FieldPath path)
    {
        var fields = new JsonFields(element, path, BaselineFields.Acceptance);
        return DateOnly.TryParseExact(fields.Text("date"), BaselineWriter.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? new BaselineAcceptance(date, fields.Text("reason"), fields.Text("kind"), fields.List("metrics", JsonFields.Text))
            : throw path["date"].Error("is not a day such as 2026-03-01");
    }
}
