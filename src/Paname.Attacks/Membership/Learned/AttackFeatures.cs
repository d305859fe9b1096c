namespace Paname.Attacks.Membership;

/// <summary>What a learned attack is told about a record.</summary>
[Flags]
public enum AttackFeatures
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The probabilities of all classes, sorted descending: classes become alike, so that one attack model serves all.</summary>
    SortedProbabilities = 1,

    /// <summary>The probabilities of all classes, in the order of the classes.</summary>
    Probabilities = 2,

    /// <summary>The log-odds of the true class; of a file of losses, minus the loss.</summary>
    LogOdds = 4,

    /// <summary>Whether the predicted class is the true one.</summary>
    Correctness = 8,

    /// <summary>The true class, one column each.</summary>
    Label = 16,
}
