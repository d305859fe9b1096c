namespace Paname.Attacks.Membership;

/// <summary>Where LiRA's variances come from.</summary>
public enum LiraVariance
{
    /// <summary>Pooled with fewer than 64 models, or when some record has fewer than 8 of a kind; else each record's own. Decided from the plan of the models.</summary>
    Auto,

    /// <summary>Each record's own: needs two models of each kind for every record, and many to be worth it.</summary>
    PerRecord,

    /// <summary>One for all records: the sum of squares about each record's own centre, over its degrees of freedom. Needs 30 of them.</summary>
    Pooled,
}
