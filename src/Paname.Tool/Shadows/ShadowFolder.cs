using System.Text.Json;
using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Onnx;
using Paname.Testing;

namespace Paname.Tool;

/// <summary>A folder of shadow models that several machines may fill: plan.json, folder.json (whose models they are and how they are trained) and one ONNX file for each model, there whole or not at all.</summary>
internal sealed class ShadowFolder
{
    internal const string PlanFile = "plan.json";
    internal const string IdentityFile = "folder.json";

    private readonly string _directory;

    private ShadowFolder(string directory, ShadowPlan plan)
    {
        _directory = directory;
        Plan = plan;
    }

    internal ShadowPlan Plan { get; }

    internal IEnumerable<int> Done => Enumerable.Range(0, Plan.Models).Where(Has);

    internal static ShadowFolder Open(string directory)
    {
        string plan = Path.Combine(directory, PlanFile);
        return File.Exists(plan)
            ? new ShadowFolder(directory, ShadowPlan.Load(plan))
            : throw ToolException.Unusable($"{directory} holds no {PlanFile}: make one with 'paname shadows plan', and train with 'paname shadows train'.");
    }

    /// <summary>Opens a folder for training: takes the plan in where the folder is new, and refuses another plan, model or recipe than the folder was begun with.</summary>
    internal static ShadowFolder ForTraining(string directory, ShadowPlan plan, string identity)
    {
        Directory.CreateDirectory(directory);
        Keep(Path.Combine(directory, PlanFile), plan.ToJson(), "another shadow plan");
        Keep(Path.Combine(directory, IdentityFile), identity, "models of another target, or trained in another way or by another version of paname");
        return new ShadowFolder(directory, plan);
    }

    internal bool Has(int model) => File.Exists(PathOf(model));

    internal void Write(int model, byte[] onnx) => WholeFile.Write(PathOf(model), onnx);

    /// <summary>The models, for an audit of the target they were trained for.</summary>
    internal IShadowSource Source(OnnxClassifier target, OnnxClassifierOptions options, MembershipData data)
    {
        int[] missing = [.. Enumerable.Range(0, Plan.Models).Where(model => !Has(model))];
        if (missing.Length > 0)
        {
            throw ToolException.Unusable($"{_directory} lacks {missing.Length} of {Plan.Models} shadow models ({Ranges.Text(missing)}): finish them with 'paname shadows train', here or on another machine.");
        }

        Plan.Require(data);
        RequireTarget(target);
        return OnnxShadows.Load([.. Enumerable.Range(0, Plan.Models).Select(PathOf)], Plan.Inclusion, options);
    }

    private void RequireTarget(OnnxClassifier target)
    {
        string path = Path.Combine(_directory, IdentityFile);
        string text = File.Exists(path) ? File.ReadAllText(path) : throw ToolException.Unusable($"{_directory} holds no {IdentityFile}, so that nothing tells whose shadow models these are.");
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            if (document.RootElement.GetProperty("target").GetString() != target.Fingerprint)
            {
                throw ToolException.Unusable($"The shadow models of {_directory} were trained for another model than {target.Name}.");
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw ToolException.Unusable($"{IdentityFile} of {_directory} is damaged: restore it, or train into a new folder.");
        }
    }

    private static void Keep(string path, string text, string other)
    {
        if (!File.Exists(path))
        {
            File.WriteAllText(path, text);
        }
        else if (File.ReadAllText(path) != text)
        {
            throw ToolException.Unusable($"The folder holds {other}: train into a folder of its own.");
        }
    }

    private string PathOf(int model) => Path.Combine(_directory, FormattableString.Invariant($"model-{model:D4}.onnx"));
}
