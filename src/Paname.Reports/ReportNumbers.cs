using System.Globalization;

namespace Paname.Reports;

/// <summary>Writes numbers for people in the report's language. The formats are made here, not taken from the machine, so that a report is the same everywhere.</summary>
internal sealed class ReportNumbers
{
    internal const char NarrowSpace = '\u202F';
    internal const char Space = '\u00A0';
    internal const string Missing = "–";

    private readonly NumberFormatInfo _format = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
    private readonly string[] _months;

    internal ReportNumbers(ReportLanguage language, IReadOnlyList<string> months)
    {
        _months = [.. months];
        PercentSign = Space + "%";
        if (language == ReportLanguage.French)
        {
            _format.NumberDecimalSeparator = ",";
            _format.NumberGroupSeparator = NarrowSpace.ToString();
            PercentSign = NarrowSpace + "%";
        }
    }

    /// <summary>The sign of per cent with the space before it.</summary>
    internal string PercentSign { get; }

    /// <summary>An estimate or a bound with four decimals.</summary>
    internal string Estimate(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("F4", _format) : Missing;

    /// <summary>A limit, a rate or a measure with the digits it needs.</summary>
    internal string Short(double? value, int digits = 6)
        => value is { } number && double.IsFinite(number) ? Minus(number.ToString(string.Create(CultureInfo.InvariantCulture, $"G{digits}"), _format)) : Missing;

    /// <summary>A difference with its sign.</summary>
    internal string Signed(double value) => Minus(value.ToString("+0.0000;-0.0000;0.0000", _format));

    /// <summary>How many.</summary>
    internal string Count(long value) => value.ToString("N0", _format);

    /// <summary>A share of one, as per cent.</summary>
    internal string Percent(double? share) => share is { } number && double.IsFinite(number) ? (100 * number).ToString("0.####", _format) + PercentSign : Missing;

    /// <summary>A share of one as per cent with two decimals.</summary>
    internal string Share(double? share) => share is { } number && double.IsFinite(number) ? (100 * number).ToString("F2", _format) + PercentSign : Missing;

    internal string Day(DateTimeOffset time)
    {
        DateTimeOffset utc = time.ToUniversalTime();
        return string.Create(CultureInfo.InvariantCulture, $"{utc.Day}{Space}{_months[utc.Month - 1]}{Space}{utc.Year}");
    }

    internal static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture).Replace(' ', Space);

    internal string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 10 } => time.TotalSeconds.ToString("0.0", _format) + Space + "s",
        { TotalMinutes: < 2 } => time.TotalSeconds.ToString("0", _format) + Space + "s",
        { TotalHours: < 2 } => time.TotalMinutes.ToString("0", _format) + Space + "min",
        _ => time.TotalHours.ToString("0.0", _format) + Space + "h",
    };

    private static string Minus(string number) => number.Replace('-', '\u2212');
}
