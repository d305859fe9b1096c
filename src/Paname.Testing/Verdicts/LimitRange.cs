namespace Paname.Testing;

/// <summary>Refuses limits that no verdict could be reached for.</summary>
internal static class LimitRange
{
    internal static void Require(ILimitCriterion criterion, double limit)
    {
        if (!(limit is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(limit), $"A limit on {criterion.Name} lies strictly between 0 and 1.");
        }

        if (criterion is AucCriterion && limit <= .5)
        {
            throw new ArgumentOutOfRangeException(nameof(limit), "A limit on the AUC lies above 0.5: a coin has an AUC of 0.5, so no model can be shown to lie below it.");
        }
    }
}
