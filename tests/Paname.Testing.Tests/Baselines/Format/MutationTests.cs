using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Paname.Attacks.Data;
using Xunit.Abstractions;

namespace Paname.Testing.Tests.Baselines.Format;

/// <summary>Each way a baseline file can be edited, torn or swapped, and what the test that reads it says.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private static readonly Baseline Stored = Runs.First(Runs.Of("model", ("Entropy auc", .53), ("Loss auc", .53)));

    private static readonly string Good = Stored.ToJson();

    [Fact]
    public void Every_mutation_has_its_outcome()
    {
        (string What, Func<string, string> Mutate, string Expected, string Says)[] rows =
        [
            ("untouched", text => text, "Same", "numbers are as accepted"),
            ("CRLF", text => text.Replace("\n", "\r\n", StringComparison.Ordinal), "Same", ""),
            ("byte order mark", text => "\uFEFF" + text, "Same", ""),
            ("metric missing", _ => Runs.First(Runs.Of("model", ("Loss auc", .53))).ToJson(), "Changed", "metric Entropy auc"),
            ("metric extra", _ => Runs.First(Runs.Of("model", ("Entropy auc", .53), ("Loss auc", .53), ("Old auc", .53))).ToJson(), "Changed", "metric Old auc"),
            ("metric twice", text => Once(text, "\"Loss auc\"", "\"Entropy auc\""), "Unreadable", "twice"),
            ("no metrics", text => text[..text.IndexOf("\"metrics\"", StringComparison.Ordinal)] + "\"metrics\": {},\n  \"notApplicable\"" + text[(text.IndexOf("\"notApplicable\"", StringComparison.Ordinal) + 15)..], "Unreadable", "metrics is empty"),
            ("nothing gated", text => text.Replace("\"gated\": true", "\"gated\": false", StringComparison.Ordinal), "Unreadable", "no gated metric"),
            ("one metric ungated", text => Once(text, "\"gated\": true", "\"gated\": false"), "Changed", "shown only"),
            ("direction turned", text => Once(text, "\"higherIsWorse\": true", "\"higherIsWorse\": false"), "Changed", "lower is worse"),
            ("NaN", text => Once(text, "\"estimate\": 0.53", "\"estimate\": NaN"), "Unreadable", "not JSON"),
            ("Infinity", text => Once(text, "\"estimate\": 0.53", "\"estimate\": 1e999"), "Unreadable", "finite"),
            ("number as text", text => Once(text, "\"estimate\": 0.53", "\"estimate\": \"0.53\""), "Unreadable", "is a text"),
            ("number as text, comma", text => Once(text, "\"estimate\": 0.53", "\"estimate\": \"0,53\""), "Unreadable", "is a text"),
            ("decimal comma", text => Once(text, "\"estimate\": 0.53", "\"estimate\": 0,53"), "Unreadable", "decimal comma"),
            ("estimate above 1", text => text.Replace("0.53", "1.53", StringComparison.Ordinal), "Unreadable", "outside 0 to 1"),
            ("estimate edited alone", text => Once(text, "\"estimate\": 0.53", "\"estimate\": 0.535"), "Unreadable", "begin with the estimate"),
            ("estimate raised throughout", text => text.Replace("0.53", "0.535", StringComparison.Ordinal), "Better", "yet"),
            ("estimate lowered throughout", text => text.Replace("0.53", "0.525", StringComparison.Ordinal), "Worse", "yet"),
            ("estimate null", text => Once(text, "\"estimate\": 0.53", "\"estimate\": null"), "Unreadable", "not a number"),
            ("lower above estimate", text => Once(text, "\"lower\": 0.51684", "\"lower\": 0.6"), "Unreadable", "above the estimate"),
            ("upper below estimate", text => Once(text, "\"upper\": 0.54316", "\"upper\": 0.5"), "Unreadable", "below the estimate"),
            ("standard error negative", text => Once(text, "\"standardError\": 0.008", "\"standardError\": -0.008"), "Unreadable", "standard error"),
            ("standard error of 1", text => text.Replace("\"standardError\": 0.008", "\"standardError\": 1", StringComparison.Ordinal), "Unreadable", "standard error"),
            ("wrong schema", text => Once(text, "paname-baseline/1", "paname-baseline/2"), "Unreadable", "another version"),
            ("no schema", text => Once(text, "  \"schema\": \"paname-baseline/1\",\n", ""), "Unreadable", "schema is missing"),
            ("other model hash, subject only", text => Once(text, "\"targetFingerprint\": \"model\"", "\"targetFingerprint\": \"other\""), "Unreadable", "subject's model"),
            ("other model hash", text => text.Replace("\"model\"", "\"other\"", StringComparison.Ordinal), "Same", "another model file"),
            ("other data hash", text => text.Replace("\"data\"", "\"other data\"", StringComparison.Ordinal), "Same", "other data"),
            ("other n, same data", text => text.Replace("2200", "2300", StringComparison.Ordinal), "Changed", "members of the same data"),
            ("n of a metric above the subject's", text => Once(text, "\"members\": 2200", "\"members\": 2201"), "Unreadable", "more than were audited"),
            ("n of 0", text => text.Replace("2200", "0", StringComparison.Ordinal), "Unreadable", "less than 1"),
            ("n not whole", text => Once(text, "\"members\": 2200", "\"members\": 2200.5"), "Unreadable", "whole number"),
            ("n too large", text => Once(text, "\"members\": 2200", "\"members\": 99999999999"), "Unreadable", "whole number"),
            ("seed edited", text => Once(text, "\"seed\": 1", "\"seed\": 2"), "Changed", "seed"),
            ("attack set edited", text => Once(text, "smoke/1", "smoke/0"), "Changed", "attack set"),
            ("test edited", text => Once(text, "CreditTests.Leaks_no_more", "Other.Test"), "Changed", "Other.Test"),
            ("margin edited in range", text => Once(text, "\"margin\": 0.05", "\"margin\": 0.5"), "Changed", "margin"),
            ("margin of 0", text => Once(text, "\"margin\": 0.05", "\"margin\": 0"), "Unreadable", "margin lies outside"),
            ("margin of 0.6", text => Once(text, "\"margin\": 0.05", "\"margin\": 0.6"), "Unreadable", "margin lies outside"),
            ("tolerance edited in range", text => Once(text, "\"tolerance\": 1E-09", "\"tolerance\": 1E-06"), "Same", "up to 1E-06"),
            ("tolerance of 0.1", text => Once(text, "\"tolerance\": 1E-09", "\"tolerance\": 0.1"), "Unreadable", "tolerance lies outside"),
            ("tolerance negative", text => Once(text, "\"tolerance\": 1E-09", "\"tolerance\": -1E-09"), "Unreadable", "tolerance lies outside"),
            ("k edited", text => Once(text, "\"count\": 1,\n        \"mean\"", "\"count\": 5,\n        \"mean\""), "Unreadable", "number of values"),
            ("k of the anchor edited", text => Once(text, "\"count\": 1,\n        \"dataFingerprint\"", "\"count\": 5,\n        \"dataFingerprint\""), "Unreadable", "several retrainings"),
            ("mean edited", text => Once(text, "\"mean\": 0.53,\n        \"models\"", "\"mean\": 0.54,\n        \"models\""), "Unreadable", "mean of the values"),
            ("SD edited", text => Once(text, "],\n        \"standardDeviation\": null", "],\n        \"standardDeviation\": 0.01"), "Unreadable", "standard deviation"),
            ("a value added", text => Once(text, "\"values\": [\n          0.53", "\"values\": [\n          0.53,\n          0.6"), "Unreadable", "number of values"),
            ("anchor raised", text => Once(text, "\"mean\": 0.53,\n        \"standardDeviation\"", "\"mean\": 0.6,\n        \"standardDeviation\""), "Same", ""),
            ("unknown field", text => Once(text, "\"test\"", "\"skip\": true,\n  \"test\""), "Unreadable", "no field"),
            ("field twice", text => Once(text, "\"test\"", "\"margin\": 0.05,\n  \"test\""), "Unreadable", "twice"),
            ("field renamed by case", text => Once(text, "\"margin\"", "\"Margin\""), "Unreadable", "no field"),
            ("test null", text => Once(text, "\"CreditTests.Leaks_no_more\"", "null"), "Unreadable", "test is not a text"),
            ("acceptance without reason", text => Once(text, "\"acceptances\": []", "\"acceptances\": [{\"date\": \"2026-03-01\", \"kind\": \"worse\", \"metrics\": [], \"reason\": \" \"}]"), "Unreadable", "reason is empty"),
            ("acceptance on no day", text => Once(text, "\"acceptances\": []", "\"acceptances\": [{\"date\": \"01/03/2026\", \"kind\": \"worse\", \"metrics\": [], \"reason\": \"x\"}]"), "Unreadable", "is not a day"),
            ("proposal of another metric", text => Once(text, "\"proposal\": null", "\"proposal\": {\"estimates\": {\"X auc\": 0.5}, \"targetFingerprint\": null}"), "Unreadable", "no metric of the baseline"),
            ("merge conflict", text => Once(text, "  \"margin\"", "<<<<<<< HEAD\n  \"margin\""), "Unreadable", "not JSON"),
            ("comment", text => "// accepted by me\n" + text, "Unreadable", "not JSON"),
            ("two files in one", text => text + text, "Unreadable", "not JSON"),
            ("half a surrogate", text => Once(text, "credit.onnx", "\\ud800"), "Unreadable", "not Unicode"),
            ("line break in a metric's name", text => Once(text, "\"Loss auc\"", "\"Loss\\n::error::auc\""), "Unreadable", "control character"),
            ("line break in the model's name", text => Once(text, "credit.onnx", "credit\\r\\nonnx"), "Unreadable", "control character"),
            ("a list", _ => "[]", "Unreadable", "not an object"),
            ("empty file", _ => "", "Unreadable", "not JSON"),
            ("blank file", _ => " \n", "Unreadable", "not JSON"),
            ("random bytes", _ => Encoding.Latin1.GetString([.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 2654435761 >> 13))]), "Unreadable", "not JSON"),
            ("nested 10,000 deep", _ => new string('[', 10_000), "Unreadable", "not JSON"),
            .. new[] { 1, 2, 100, Good.Length / 2, Good.Length - 20, Good.Length - 3 }.Select(length => (
                string.Create(CultureInfo.InvariantCulture, $"cut off after {length} of {Good.Length}"), (Func<string, string>)(text => text[..length]), "Unreadable", "not JSON")),
        ];
        foreach ((string what, Func<string, string> mutate, string expected, string says) in rows)
        {
            string text = mutate(Good);
            Assert.True(what == "untouched" || text != Good, $"{what} changes nothing");
            BaselineComparison comparison = Judge(text);
            output.WriteLine($"| {what} | {comparison.Outcome} | {comparison.Problem ?? comparison.Headline} |");
            Assert.True(expected == comparison.Outcome.ToString(), $"{what}: {comparison.Outcome}");
            Assert.Contains(says, comparison.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_anchor_raised_in_the_file_speaks_at_the_next_model()
        => Assert.Equal(.6, Baseline.Parse(Good.Replace("\"mean\": 0.53,\n        \"standardDeviation\"", "\"mean\": 0.6,\n        \"standardDeviation\"", StringComparison.Ordinal), "x").Metrics["Loss auc"].Anchor.Mean);

    [Fact]
    public void Numbers_read_alike_under_a_culture_with_commas()
    {
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            Assert.Equal(Good, Baseline.Parse(Good, "x").ToJson());
            string message = BaselineComparison.Of(Stored, Runs.Of("new", ("Entropy auc", .53), ("Loss auc", .6))).Message;
            Assert.Contains("0.6000", message, StringComparison.Ordinal);
            Assert.DoesNotContain("0,", message, StringComparison.Ordinal);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Random_damage_is_an_error_of_ours_or_reads_back()
    {
        byte[] good = Encoding.UTF8.GetBytes(Good);
        int refused = 0;
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(19, 23).WithMaxTest(2000),
            Prop.ForAll<(PositiveInt Place, byte Value)[]>(edits =>
            {
                byte[] bad = [.. good];
                foreach ((PositiveInt place, byte value) in edits.Take(6))
                {
                    bad[(int)((uint)(place.Get * 2654435761) % (uint)bad.Length)] = value;
                }

                try
                {
                    Baseline read = Baseline.Parse(Encoding.UTF8.GetString(bad), "x");
                    return Baseline.Parse(read.ToJson(), "x").ToJson() == read.ToJson();
                }
                catch (PanameDataException)
                {
                    refused++;
                    return true;
                }
            }));
        Assert.InRange(refused, 500, 1999);
    }

    private static BaselineComparison Judge(string text)
    {
        Baseline received = Runs.Of("model", ("Entropy auc", .53), ("Loss auc", .53));
        try
        {
            return BaselineComparison.Of(Baseline.Parse(text, "CreditTests.Leaks_no_more.verified.json"), received);
        }
        catch (PanameDataException e)
        {
            Assert.StartsWith("CreditTests.Leaks_no_more.verified.json: ", e.Message, StringComparison.Ordinal);
            Assert.Contains("Restore the file", e.Message, StringComparison.Ordinal);
            return BaselineComparison.Unreadable(received, e.Message);
        }
    }

    private static string Once(string text, string old, string with)
    {
        int at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the file holds no {old}");
        return text[..at] + with + text[(at + old.Length)..];
    }
}
