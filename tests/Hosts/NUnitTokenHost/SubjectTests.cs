using NUnit.Framework;
using Paname.Attacks.Membership;
using Paname.Testing;

namespace Hosts;

/// <summary>Four rows per scenario, eight with shadow models: each fails, and no message may hold a planted value.</summary>
public sealed class SubjectTests
{
    [MembershipInferenceTheory<PlantedSubject<Leaky>>]
    public void Leaky_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<Few>>]
    public void Few_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<UnreadableNumber>>]
    public void UnreadableNumber_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<NonFiniteNumber>>]
    public void NonFiniteNumber_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<DecimalComma>>]
    public void DecimalComma_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<UnreadableLabel>>]
    public void UnreadableLabel_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<HugeLabel>>]
    public void HugeLabel_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<LabelOutsideMap>>]
    public void LabelOutsideMap_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<RaggedRow>>]
    public void RaggedRow_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<StrayQuote>>]
    public void StrayQuote_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<OpenQuote>>]
    public void OpenQuote_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<DuplicateId>>]
    public void DuplicateId_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<SharedId>>]
    public void SharedId_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<SharedGroup>>]
    public void SharedGroup_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<MissingNumber>>]
    public void MissingNumber_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<NoHeader>>]
    public void NoHeader_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<NotANumber>>]
    public void NotANumber_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<FailingModel>>]
    public void FailingModel_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<ThrowingClassifier>>]
    public void ThrowingClassifier_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedSubject<ThrowingRows>>]
    public void ThrowingRows_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedPredictions<LeakyPredictions>>]
    public void LeakyPredictions_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedPredictions<BadPredictionCell>>]
    public void BadPredictionCell_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedPredictions<BadMemberFlag>>]
    public void BadMemberFlag_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedPredictions<NoPredictionHeader>>]
    public void NoPredictionHeader_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedShadows<LeakyWithShadows>>(Tier = AttackTier.Standard)]
    public void LeakyWithShadows_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedShadows<ThrowingTrainer>>(Tier = AttackTier.Standard)]
    public void ThrowingTrainer_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<PlantedShadows<ThrowingShadowModel>>(Tier = AttackTier.Standard)]
    public void ThrowingShadowModel_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);
}
