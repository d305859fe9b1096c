using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>Some of the observed records, in another order and with other member flags.</summary>
internal static class ObservationSelection
{
    /// <param name="source">All observations.</param>
    /// <param name="records">Indices of the records wanted; those to count as members first.</param>
    /// <param name="members">How many of them count as members.</param>
    internal static MembershipObservations Of(MembershipObservations source, int[] records, int members)
        => new(
            Outputs(source.Outputs, records),
            source.Labels is { } labels ? [.. records.Select(record => labels[record])] : null,
            members,
            source.Groups is { } groups ? [.. records.Select(record => groups[record])] : null)
        {
            Shadows = source.Shadows is { } shadows ? Shadows(shadows, records) : null,
            Access = source.Access is { } access ? new QueryAccess(access.Target, access.Records.Select(records)) { Gradients = access.Gradients } : null,
        };

    internal static TargetOutputs Outputs(TargetOutputs source, int[] records)
    {
        var values = new double[checked(records.Length * source.Width)];
        for (int i = 0; i < records.Length; i++)
        {
            source.Row(records[i]).CopyTo(values.AsSpan(i * source.Width));
        }

        return new TargetOutputs(source.Kind, source.Classes, values);
    }

    private static ShadowObservations Shadows(ShadowObservations source, int[] records)
        => new(
            Signals(source.Target, records),
            Signals(source.Shadows, records),
            source.Inclusion.Select([.. Enumerable.Range(0, source.Inclusion.Models)], records))
        {
            Outputs = source.Outputs is { } outputs ? [.. outputs.Select(model => Outputs(model, records))] : null,
            Population = source.Population,
        };

    private static ShadowSignals Signals(ShadowSignals source, int[] records)
    {
        int width = source.Models * source.Views;
        var values = new double[checked(records.Length * width)];
        for (int i = 0; i < records.Length; i++)
        {
            source.Row(records[i]).CopyTo(values.AsSpan(i * width));
        }

        return new ShadowSignals(source.Scale, records.Length, source.Models, source.Views, values);
    }
}
