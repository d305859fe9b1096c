using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>Scores models that were trained elsewhere.</summary>
internal static class GivenModels
{
    internal static ShadowObservations Observe(
        ShadowRequest request, Func<int, IClassifier> open, bool dispose, int parallel, InclusionMask inclusion, LabelledRecords? population, InclusionMask? populationInclusion)
    {
        MembershipData data = ShadowScoring.RequireData(request);
        if (inclusion.Records != request.Outputs.Count)
        {
            throw new PanameDataException(FormattableString.Invariant($"The inclusion mask is of {inclusion.Records} records, and {request.Outputs.Count} are audited: give a flag for each member, then for each non-member."));
        }

        ScoredRecords records = ScoredRecords.Of(request, data.Members.Records.Concat(data.NonMembers.Records), population);
        var scores = new ShadowScores[inclusion.Models];
        var counting = new Lock();
        int done = 0;
        OrderedParallel.For(
            0,
            scores.Length,
            parallel,
            (model, token) =>
            {
                IClassifier classifier = open(model) ?? throw new PanameDataException(FormattableString.Invariant($"Opening shadow model {model + 1} gave null instead of a model."));
                try
                {
                    scores[model] = ShadowScoring.Score(classifier, FormattableString.Invariant($"shadow model {model + 1} ({classifier.Name})"), request, records, token);
                }
                finally
                {
                    if (dispose)
                    {
                        (classifier as IDisposable)?.Dispose();
                    }
                }

                lock (counting)
                {
                    request.Progress?.Report(new ShadowProgress(++done, scores.Length, 0));
                }
            },
            request.CancellationToken);
        return ShadowScoring.Gather(request, records, scores, inclusion, populationInclusion, []);
    }
}
