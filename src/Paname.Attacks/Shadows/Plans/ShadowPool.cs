using Paname.Attacks.Data;

namespace Paname.Attacks.Shadows;

/// <summary>The records shadow models are trained on and score, laid out once in the order of the plan.</summary>
internal sealed class ShadowPool
{
    private readonly Records _training;
    private readonly IReadOnlyList<int> _labels;
    private readonly InclusionMask _inclusion;

    private ShadowPool(Records audited, LabelledRecords? population, Records training, IReadOnlyList<int> labels, InclusionMask inclusion)
    {
        Audited = audited;
        Population = population;
        _training = training;
        _labels = labels;
        _inclusion = inclusion;
    }

    /// <summary>Members, then non-members.</summary>
    internal Records Audited { get; }

    internal LabelledRecords? Population { get; }

    internal static ShadowPool Of(ShadowPlan plan, MembershipData data, LabelledRecords? population)
    {
        Records audited = data.Members.Records.Concat(data.NonMembers.Records);
        return plan.PopulationInclusion is { } inclusion
            ? new ShadowPool(audited, population, population!.Records, population.Labels, inclusion)
            : new ShadowPool(audited, population, audited, [.. data.Members.Labels, .. data.NonMembers.Labels], plan.Inclusion);
    }

    internal LabelledRecords TrainingRecords(int model)
    {
        ReadOnlySpan<bool> flags = _inclusion.Of(model);
        var chosen = new List<int>(flags.Length);
        for (int i = 0; i < flags.Length; i++)
        {
            if (flags[i])
            {
                chosen.Add(i);
            }
        }

        int[] indices = [.. chosen];
        return new LabelledRecords(_training.Select(indices), [.. indices.Select(index => _labels[index])]);
    }
}
