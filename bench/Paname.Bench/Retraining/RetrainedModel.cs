using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Targets;
using Paname.Onnx;

namespace Paname.Bench.Retraining;

/// <summary>One training of a recipe: what the attacks of smoke/1 say of each record, so that models can be compared in pairs.</summary>
internal sealed class RetrainedModel
{
    private RetrainedModel(string fingerprint, string data, int members, IReadOnlyDictionary<string, double[]> scores)
    {
        Fingerprint = fingerprint;
        Data = data;
        Members = members;
        Scores = scores;
        Estimates = scores.ToDictionary(attack => attack.Key, attack => Auc.Estimate(ScoreSample.Create(attack.Value.AsSpan(0, members), attack.Value.AsSpan(members))), StringComparer.Ordinal);
    }

    internal string Fingerprint { get; }

    internal string Data { get; }

    internal int Members { get; }

    /// <summary>By attack: one score per record, members first.</summary>
    internal IReadOnlyDictionary<string, double[]> Scores { get; }

    /// <summary>By attack: the AUC.</summary>
    internal IReadOnlyDictionary<string, BoundedEstimate> Estimates { get; }

    internal int NonMembers => Scores.Values.First().Length - Members;

    internal static RetrainedModel Train(Recipe recipe, MembershipData data, int seed)
    {
        using OnnxClassifier model = recipe.Train(data.Members, seed);
        int members = data.Members.Count;
        int total = members + data.NonMembers.Count;
        var outputs = new double[total * model.Classes];
        ClassifierScorer.Score(model, data.Members.Records, outputs.AsSpan(0, members * model.Classes), null, CancellationToken.None);
        ClassifierScorer.Score(model, data.NonMembers.Records, outputs.AsSpan(members * model.Classes), null, CancellationToken.None);
        var observations = new MembershipObservations(new TargetOutputs(model.OutputKind, model.Classes, outputs), [.. data.Members.Labels, .. data.NonMembers.Labels], members);
        return new RetrainedModel(
            model.Fingerprint!,
            data.Fingerprint,
            members,
            AttackSet.Smoke.Attacks.Where(attack => attack.NotApplicable(observations.View) is null)
                .ToDictionary(attack => attack.Name, attack => attack.Score(observations, AttackRun.Of(1, attack.Name)).Values.ToArray(), StringComparer.Ordinal));
    }
}
