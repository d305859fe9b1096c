namespace Paname.Attacks.Shadows;

/// <summary>What shadow models are trained on.</summary>
public enum ShadowKind
{
    /// <summary>Random halves of the audited records: every record is in half of the models (Carlini et al., "Membership Inference Attacks From First Principles", 2022).</summary>
    Online,

    /// <summary>Population records only: no model has seen an audited record, so the models serve any target of the same kind and any audited records.</summary>
    Offline,
}
