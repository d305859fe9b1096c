using static Paname.Attacks.Tests.TestSupport.SideLists;

namespace Paname.Attacks.Tests.TestSupport;

/// <summary>The arithmetic of other tools' LiRA where it differs from Paname's, to prove that inputs are read alike. Formulas only.</summary>
internal static class PeerLira
{
    /// <summary>plot.py of Carlini et al.: medians, deviations over n, lists cut to the shortest. Lower = member.</summary>
    internal static double[] Online(double[] target, SideLists lists, double? deviationIn = null, double? deviationOut = null)
        => Each(target, (x, i) => LogDensity(x, Median(lists.Out[i]), deviationOut ?? Deviation(lists.Out[i])) - LogDensity(x, Median(lists.In[i]), deviationIn ?? Deviation(lists.In[i])));

    /// <summary>plot.py offline: the two-sided density among models trained without the record. Lower = member.</summary>
    internal static double[] Offline(double[] target, SideLists lists, double? deviation = null)
        => Each(target, (x, i) => LogDensity(x, Median(lists.Out[i]), deviation ?? Deviation(lists.Out[i])));

    /// <summary>SACRO-ML: means, and 1e-16 added to deviations. Higher = member.</summary>
    internal static double[] Sacro(double[] target, SideLists lists, bool online, double? deviationIn = null, double? deviationOut = null)
        => Each(target, (x, i) => (online ? LogDensity(x, Mean(lists.In[i]), (deviationIn ?? Deviation(lists.In[i])) + 1e-16) : 0)
            - LogDensity(x, Mean(lists.Out[i]), (deviationOut ?? Deviation(lists.Out[i])) + 1e-16));

    /// <summary>TF Privacy's advanced_mia: no cutting; an empty side takes the mean centre and deviation of the other records; the fixed deviation is that of residuals. Lower = member.</summary>
    internal static double[] TfPrivacy(double[] target, SideLists lists, string option, Func<double[], double> centre, bool fixedVariance)
    {
        (double[] inCentres, double[] inDeviations) = Filled(lists.In, centre, fixedVariance);
        (double[] outCentres, double[] outDeviations) = Filled(lists.Out, centre, fixedVariance);
        return Each(target, (x, i) => (option == "out" ? 0 : -LogDensity(x, inCentres[i], inDeviations[i])) + (option == "in" ? 0 : LogDensity(x, outCentres[i], outDeviations[i])));
    }

    /// <summary>TF Privacy's compute_score_offset. Higher = member.</summary>
    internal static double[] TfOffset(double[] target, SideLists lists, string option, Func<double[], double> centre)
    {
        double[] inside = Filled(lists.In, centre, false).Centres;
        double[] outside = Filled(lists.Out, centre, false).Centres;
        return Each(target, (x, i) => x - (option switch { "in" => inside[i], "out" => outside[i], _ => (inside[i] + outside[i]) / 2 }));
    }

    private static (double[] Centres, double[] Deviations) Filled(double[][] lists, Func<double[], double> centre, bool fixedVariance)
    {
        double[] centres = [.. lists.Select(list => list.Length == 0 ? double.NaN : centre(list))];
        double[] deviations = [.. lists.Select(list => list.Length == 0 ? double.NaN : Deviation(list))];
        double[] residuals = [.. lists.SelectMany((list, i) => list.Select(x => x - centres[i]))];
        return (Fill(centres), fixedVariance ? [.. lists.Select(_ => Deviation(residuals))] : Fill(deviations));
    }

    private static double[] Fill(double[] values)
    {
        double mean = values.Where(v => !double.IsNaN(v)).Average();
        return Array.ConvertAll(values, v => double.IsNaN(v) ? mean : v);
    }

    private static double[] Each(double[] target, Func<double, int, double> score) => [.. target.Select(score)];
}
