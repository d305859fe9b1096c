using Paname.Attacks.Data;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>From models to observations: scores records, takes scaled logits, and lays them out.</summary>
internal static class ShadowScoring
{
    internal static MembershipData RequireData(ShadowRequest request)
    {
        MembershipData data = request.Data
            ?? throw new PanameDataException("Shadow models need the audited records themselves, and only predictions are given. Audit the model with its data, or give the shadow models' signals with ShadowModels.FromSignals.");
        int records = data.Members.Count + data.NonMembers.Count;
        RequireLabels(request);
        return records == request.Outputs.Count && data.Members.Count == request.Members
            ? data
            : throw new PanameDataException(FormattableString.Invariant($"The audited data has {data.Members.Count} members among {records} records, the target's outputs {request.Members} among {request.Outputs.Count}."));
    }

    internal static void RequireLabels(ShadowRequest request)
    {
        if (request.Labels.Count != request.Outputs.Count)
        {
            throw new PanameDataException(FormattableString.Invariant($"There are {request.Labels.Count} labels for {request.Outputs.Count} outputs of the target; signals of shadow models need the true class of every record."));
        }
    }

    internal static ShadowScores Score(IClassifier classifier, string name, ShadowRequest request, ScoredRecords records, CancellationToken cancellationToken)
    {
        TargetOutputs target = request.Outputs;
        if (classifier.OutputKind != target.Kind || classifier.Classes != target.Classes)
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"{name} gives {Words(classifier.OutputKind)} of {classifier.Classes} classes, the target {Words(target.Kind)} of {target.Classes}. Shadow models must give out what the target does."));
        }

        TargetOutputs outputs = Outputs(classifier, name, records.Audited.All[0], cancellationToken);
        return new ShadowScores(
            outputs,
            Signals(classifier, name, records.Audited, outputs, cancellationToken),
            records.Population is { } population ? Signals(classifier, name, population, null, cancellationToken) : null,
            Saturation.Count(outputs, records.Audited.Labels));
    }

    internal static ShadowObservations Gather(
        ShadowRequest request, ScoredRecords records, ReadOnlySpan<ShadowScores> models, InclusionMask inclusion, InclusionMask? populationInclusion, List<string> notes)
    {
        int views = records.Audited.All.Count;
        double[] target = views == 1
            ? Signals(request.Outputs, records.Audited.Labels)
            : Signals(
                request.Target ?? throw new PanameDataException("Views of the audited records need the target itself, and only its predictions are given. Audit the model with its data, or leave the views out."),
                request.Target.Name,
                records.Audited,
                request.Outputs,
                request.CancellationToken);
        var outputs = new TargetOutputs[models.Length];
        var signals = new double[models.Length][];
        int saturated = Saturation.Count(request.Outputs, [.. request.Labels]);
        for (int i = 0; i < models.Length; i++)
        {
            outputs[i] = models[i].Outputs;
            signals[i] = models[i].Signals;
            saturated += models[i].Saturated;
        }

        if (saturated > 0)
        {
            notes.Add(FormattableString.Invariant($"{saturated} of {(long)(models.Length + 1) * request.Outputs.Count} scaled logits are caps, since a probability is exactly 0: give logits"));
        }

        PopulationSignals? beside = null;
        if (records.Population is not null && request.Target is null)
        {
            notes.Add("the population is not used: the target itself is not at hand to score it");
        }
        else if (records.Population is { } population)
        {
            double[] onPopulation = Signals(request.Target!, request.Target!.Name, population, null, request.CancellationToken);
            var populationSignals = new double[models.Length][];
            for (int i = 0; i < models.Length; i++)
            {
                populationSignals[i] = models[i].Population!;
            }

            beside = new PopulationSignals(Table([onPopulation], views), Table(populationSignals, views), populationInclusion);
        }

        return new ShadowObservations(Table([target], views), Table(signals, views), inclusion) { Outputs = outputs, Population = beside, Notes = [.. notes] };
    }

    private static TargetOutputs Outputs(IClassifier classifier, string name, Records records, CancellationToken cancellationToken)
    {
        var values = new double[checked(records.Count * TargetOutputs.WidthOf(classifier.OutputKind, classifier.Classes))];
        ClassifierScorer.Score(classifier, records, values, null, cancellationToken);
        return new TargetOutputs(classifier.OutputKind, classifier.Classes, values, record => FormattableString.Invariant($"{name}, record {record + 1}"));
    }

    /// <summary>Records x views: of the record itself from the outputs known, where they are.</summary>
    private static double[] Signals(IClassifier classifier, string name, RecordViews records, TargetOutputs? known, CancellationToken cancellationToken)
    {
        double[][] views =
        [
            .. records.All.Select((view, i) => Signals(i == 0 && known is not null ? known : Outputs(classifier, name, view, cancellationToken), records.Labels)),
        ];
        return views is [var only] ? only : [.. Enumerable.Range(0, views[0].Length).SelectMany(record => views.Select(view => view[record]))];
    }

    private static double[] Signals(TargetOutputs outputs, int[] labels)
    {
        var signals = new double[outputs.Count];
        Signal.ScaledLogit.Compute(outputs, labels, signals);
        return signals;
    }

    private static ShadowSignals Table(double[][] models, int views)
    {
        int records = models[0].Length / views;
        var values = new double[checked(models[0].Length * models.Length)];
        for (int m = 0; m < models.Length; m++)
        {
            for (int r = 0; r < records; r++)
            {
                models[m].AsSpan(r * views, views).CopyTo(values.AsSpan(((r * models.Length) + m) * views));
            }
        }

        return new ShadowSignals(SignalScale.ScaledLogit, records, models.Length, views, values);
    }

    private static string Words(OutputKind kind) => kind switch
    {
        OutputKind.Logits => "logits",
        OutputKind.Probabilities => "probabilities",
        OutputKind.LabelsOnly => "labels",
        _ => "losses",
    };
}
