using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Paname.Testing;

/// <summary>Writes a baseline with its keys in ordinal order, so that a change is one line of a diff.</summary>
internal sealed class BaselineWriter(Utf8JsonWriter json)
{
    internal const string DateFormat = "yyyy-MM-dd";

    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",

        // The file is read by people and by JSON readers, never as HTML: reasons stay legible.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Write(Baseline baseline)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Layout))
        {
            new BaselineWriter(json).File(baseline);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private void File(Baseline baseline)
    {
        json.WriteStartObject();
        List("acceptances", baseline.Acceptances, Acceptance);
        json.WriteNumber("margin", baseline.Margin);
        Map("metrics", baseline.Metrics, Metric);
        Map("notApplicable", baseline.NotApplicable, json.WriteStringValue);
        json.WritePropertyName("proposal");
        Proposal(baseline.Proposal);
        json.WriteString("schema", Baseline.SchemaName);
        Subject(baseline.Subject);
        json.WriteString("test", baseline.Test);
        json.WriteNumber("tolerance", baseline.Tolerance);
        json.WriteEndObject();
    }

    private void Acceptance(BaselineAcceptance acceptance)
    {
        json.WriteStartObject();
        json.WriteString("date", acceptance.Date.ToString(DateFormat, CultureInfo.InvariantCulture));
        json.WriteString("kind", acceptance.Kind);
        List("metrics", acceptance.Metrics, json.WriteStringValue);
        json.WriteString("reason", acceptance.Reason);
        json.WriteEndObject();
    }

    private void Metric(BaselineMetric metric)
    {
        json.WriteStartObject();
        Anchor(metric.Anchor);
        json.WriteNumber("estimate", metric.Estimate);
        json.WriteBoolean("gated", metric.Gated);
        json.WriteBoolean("higherIsWorse", metric.HigherIsWorse);
        json.WriteNumber("lower", metric.Lower);
        json.WriteNumber("members", metric.Members);
        json.WriteNumber("nonMembers", metric.NonMembers);
        Number("pairedStandardError", metric.PairedStandardError);
        Retrainings(metric.Retrainings);
        json.WriteNumber("standardError", metric.StandardError);
        json.WriteNumber("upper", metric.Upper);
        json.WriteEndObject();
    }

    private void Anchor(BaselineAnchor anchor)
    {
        json.WriteStartObject("anchor");
        json.WriteNumber("count", anchor.Count);
        json.WriteString("dataFingerprint", anchor.DataFingerprint);
        json.WriteNumber("mean", anchor.Mean);
        Number("standardDeviation", anchor.StandardDeviation);
        json.WriteNumber("standardError", anchor.StandardError);
        json.WriteEndObject();
    }

    private void Retrainings(BaselineRetrainings retrainings)
    {
        json.WriteStartObject("retrainings");
        json.WriteNumber("count", retrainings.Count);
        json.WriteNumber("mean", retrainings.Mean);
        List("models", retrainings.Models, json.WriteStringValue);
        Number("standardDeviation", retrainings.StandardDeviation);
        List("values", retrainings.Values, json.WriteNumberValue);
        json.WriteEndObject();
    }

    private void Proposal(BaselineProposal? proposal)
    {
        if (proposal is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        Map("estimates", proposal.Estimates, json.WriteNumberValue);
        json.WriteString("targetFingerprint", proposal.TargetFingerprint);
        json.WriteEndObject();
    }

    private void Subject(BaselineSubject subject)
    {
        json.WriteStartObject("subject");
        json.WriteString("attackSet", subject.AttackSet);
        json.WriteString("dataFingerprint", subject.DataFingerprint);
        json.WriteNumber("members", subject.Members);
        json.WriteNumber("nonMembers", subject.NonMembers);
        json.WriteString("panameVersion", subject.PanameVersion);
        json.WriteNumber("seed", subject.Seed);
        json.WriteString("target", subject.Target);
        json.WriteString("targetFingerprint", subject.TargetFingerprint);
        json.WriteEndObject();
    }

    private void Number(string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private void List<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    private void Map<T>(string name, IReadOnlyDictionary<string, T> map, Action<T> write)
    {
        json.WriteStartObject(name);
        foreach ((string key, T value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(key);
            write(value);
        }

        json.WriteEndObject();
    }
}
