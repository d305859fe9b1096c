using Paname.Attacks.Data;
using Paname.Onnx;
using Paname.Testing;

namespace Paname.Tool;

/// <summary>Runs what 'paname audit' was asked for: opens the inputs, audits, judges, writes.</summary>
internal sealed class AuditRun(AuditConfig config, ToolSession session)
{
    internal ToolResult Run()
    {
        AuditRequest request = AuditRequest.Of(config, session.Context.Variable);
        using OnnxClassifier? model = config.Predictions is null ? ModelInput.Open(config.Model) : null;
        using OnnxClassifier? previous = model is not null && config.Baseline?.Previous is { } file ? ModelInput.Open(config.Model! with { File = file }) : null;
        MembershipSetup setup = SetUp(model, previous, request);
        string subject = model?.Name ?? Path.GetFileName(config.Predictions!.File!);
        var audits = new PrivacyAudits("paname", _ => { }) { Replay = AuditGates.Replay };
        AuditedMetric auc = ProgressShown.While(session, subject, progress =>
        {
            AuditedMetric metric = audits.Auc(setup, request.Options with { Progress = progress, CancellationToken = session.Token });
            _ = metric.Audit;
            return metric;
        });
        session.Token.ThrowIfCancellationRequested();
        JudgedGate[] judged = [.. AuditGates.Limits(audits, setup, request), .. AuditBaseline.Judge(config.Baseline, auc, session.Context)];
        IReadOnlyList<string> written = AuditOutputs.Write(config.Outputs!, auc.Audit, judged);
        return AuditResult.Of(auc, judged, written);
    }

    private MembershipSetup SetUp(OnnxClassifier? model, OnnxClassifier? previous, AuditRequest request)
    {
        if (model is null)
        {
            return config.Shadows is null
                ? new MembershipSetup(PredictionsInput.Read(config.Predictions!)) { Utility = request.Utility }
                : throw ToolException.WrongCommandLine("Shadow models need a model; predictions made elsewhere have none.");
        }

        MembershipData data = DataInput.Read(config.Data);
        return new MembershipSetup(model, data)
        {
            Shadows = Checked(() => ShadowsInput.Source(config.Shadows, model, ModelInput.Options(config.Model!), data)),
            Previous = previous,
            Utility = request.Utility,
        };
    }

    /// <summary>An option that the library refuses is a wrong command line.</summary>
    internal static T Checked<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ArgumentException exception)
        {
            throw ToolException.WrongCommandLine(exception.Message.Split(['\r', '\n'])[0].Replace($" (Parameter '{exception.ParamName}')", string.Empty, StringComparison.Ordinal));
        }
    }
}
