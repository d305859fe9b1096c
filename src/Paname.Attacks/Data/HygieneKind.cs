namespace Paname.Attacks.Data;

/// <summary>What a look at the split can find.</summary>
public enum HygieneKind
{
    /// <summary>Fatal: both sides hold the same records throughout.</summary>
    IdenticalSides,

    /// <summary>Fatal: a record, same features and label, is on both sides.</summary>
    SharedRecord,

    /// <summary>Fatal: a declared id is on both sides.</summary>
    SharedId,

    /// <summary>The same features are on both sides with different labels.</summary>
    ConflictingLabel,

    /// <summary>A record, same features and label, occurs more than once on one side.</summary>
    RepeatedRecord,

    /// <summary>Records of one group are on both sides.</summary>
    SharedGroup,

    /// <summary>The classes have other shares among members than among non-members, by a chi-square test at level 0.001.</summary>
    ClassBalance,

    /// <summary>A class occurs on one side only.</summary>
    AbsentClass,

    /// <summary>All records are of one class.</summary>
    SingleClass,
}
