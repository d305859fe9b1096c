using Paname.Attacks.Data;

namespace Paname.Attacks.Shadows;

/// <summary>The name a trained model is kept under: SHA-256 of all that decides it, so that no other model is ever taken for it.</summary>
internal static class ShadowKey
{
    /// <param name="trainer">The trainer's fingerprint: architecture, recipe, versions.</param>
    /// <param name="plan">Holds the content of the data by its fingerprints, and which part of it the model is trained on.</param>
    /// <param name="model">Zero-based; does not itself take part, so that longer plans find the models of shorter ones.</param>
    internal static string Of(string trainer, ShadowPlan plan, int model)
    {
        using var hash = new Sha256Content();
        hash.Add("shadow-model/1");
        hash.Add(trainer);
        hash.Add(plan.PopulationInclusion is null ? plan.DataFingerprint : plan.PopulationFingerprint!);
        hash.Add(FlagText.Bytes((plan.PopulationInclusion ?? plan.Inclusion).Of(model)));
        hash.Add(plan.Seeds[model]);
        return hash.Finish();
    }
}
