using Paname.Attacks.Shadows;
using Paname.Onnx.Training;

namespace ModelRepoExample;

/// <summary>The same model with 16 shadow models: copies retrained from its own file, each on half of the applicants, so that attacks know what such a model says of records it
/// has seen and of records it has not. They are trained once and kept in artifacts/shadows; retraining takes seconds.</summary>
public sealed class CreditModelWithShadows : MembershipSubject
{
    protected override MembershipSetup SetUp(AuditContext context)
    {
        OnnxClassifier model = CreditRepository.LoadModel();
        MembershipData data = CreditRepository.LoadData();
        var options = new ShadowOptions { Count = 16, CacheFolder = CreditRepository.ShadowFolder };
        return new(model, data) { Shadows = OnnxShadows.Retrain(model, data, TrainingRecipe.MatchTarget, options) };
    }
}
