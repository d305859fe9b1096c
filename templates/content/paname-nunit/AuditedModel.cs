namespace PrivacyTestsName;

/// <summary>What is audited: the model, records it was trained on and records it never saw. Both must come from the same source.</summary>
public sealed class AuditedModel : MembershipSubject
{
    protected override MembershipSetup SetUp(AuditContext context)
#if (hasModel)
        => new(
            OnnxClassifier.Load("MODEL_FILE"),
            MembershipData.FromCsv("MEMBERS_FILE", "NON_MEMBERS_FILE", label: "LABEL_COLUMN", id: "ID_COLUMN"));
#else
        // Put your model here: new(OnnxClassifier.Load("model.onnx"), MembershipData.FromCsv("train.csv", "holdout.csv", label: "label", id: "id"))
        => new(ToyModel.Create(), ToyModel.Data());
#endif
}
