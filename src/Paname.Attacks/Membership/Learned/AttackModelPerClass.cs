namespace Paname.Attacks.Membership;

/// <summary>Whether a shadow attack has one attack model for each class.</summary>
public enum AttackModelPerClass
{
    /// <summary>One for each class where every class has 200 training rows of members and 200 of non-members; else one for all, told the class.</summary>
    WhereEnough,

    /// <summary>One for each class, as the paper has it. A class without members or without non-members is left to a model for all classes.</summary>
    Always,

    /// <summary>One for all classes, told the class.</summary>
    Never,
}
