using System.Text.Json;
using System.Text.Json.Serialization;
using Paname.Attacks.Data;

namespace Paname.Attacks.Shadows;

/// <summary>A plan as it stands in JSON.</summary>
internal sealed record PlanDocument(string Schema, string Kind, PlanDocument.Source Data, IReadOnlyList<PlanDocument.Model> Models, PlanDocument.Source? Population = null)
{
    private const string Version = "paname-shadow-plan/1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Strict)
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    internal static string Write(ShadowPlan plan)
    {
        InclusionMask trained = plan.PopulationInclusion ?? plan.Inclusion;
        var document = new PlanDocument(
            Version,
            plan.Kind == ShadowKind.Online ? "online" : "offline",
            new Source(plan.DataFingerprint, plan.Inclusion.Records),
            [.. plan.Seeds.Select((seed, model) => new Model(seed, FlagText.Write(trained.Of(model))))],
            plan.PopulationInclusion is { } population ? new Source(plan.PopulationFingerprint!, population.Records) : null);
        return JsonSerializer.Serialize(document, Json) + "\n";
    }

    internal static ShadowPlan Read(string json, string name)
    {
        PlanDocument document;
        try
        {
            using JsonDocument tree = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            RequireSchema(tree.RootElement, name);
            document = tree.RootElement.Deserialize<PlanDocument>(Json)!;
        }
        catch (JsonException e)
        {
            string where = e.LineNumber is { } line ? FormattableString.Invariant($"line {line + 1}") : e.Path ?? "unknown place";
            throw new PanameDataException($"{name} is no shadow plan ({where}): a property is unknown, missing, repeated or of another type, or the JSON is malformed. Write it anew with ShadowPlan.Save.");
        }

        return document.ToPlan(name);
    }

    private static void RequireSchema(JsonElement root, string name)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schema", out JsonElement schema) || schema.ValueKind != JsonValueKind.String)
        {
            throw new PanameDataException($"{name} is no shadow plan: it names no schema. Write it anew with ShadowPlan.Save.");
        }

        if (!schema.ValueEquals(Version))
        {
            throw new PanameDataException($"{name} is of another schema than {Version}, which this version of Paname reads. Draw the plan with the same version.");
        }
    }

    private ShadowPlan ToPlan(string name)
    {
        bool online = Kind == "online";
        Require(online || Kind == "offline", name, "the kind is neither online nor offline");
        Require(online == Population is null, name, "an offline plan needs a population, an online one has none");
        Require(IsFingerprint(Data.Fingerprint) && (Population is null || IsFingerprint(Population.Fingerprint)), name, "a fingerprint is not 64 hexadecimal digits");
        Require(Data.Records >= 2 && Population is not { Records: < 2 }, name, "there are too few records");
        Require(Models.Count >= 2 && (!online || Models.Count % 2 == 0), name, "there are fewer than 2 models, or an odd number online");
        Require(Models.All(model => model is not null && model.Seed >= 0), name, "a model is null or its seed negative");
        Require((long)Models.Count * Math.Max(Data.Records, Population?.Records ?? 0) <= Array.MaxLength, name, "there are too many records");
        InclusionMask trained = Flags((Population ?? Data).Records, name);
        if (online)
        {
            Require(Array.TrueForAll(trained.CountIn(), count => 2 * count == Models.Count) && PairsComplement(trained), name, "models 2i and 2i + 1 are no complementary halves");
        }

        InclusionMask inclusion = online ? trained : new InclusionMask(Models.Count, Data.Records, new bool[checked(Models.Count * Data.Records)]);
        return new ShadowPlan(
            online ? ShadowKind.Online : ShadowKind.Offline, [.. Models.Select(model => model.Seed)], inclusion, online ? null : trained, Data.Fingerprint, Population?.Fingerprint);
    }

    private InclusionMask Flags(int records, string name)
    {
        // Before room is made: a short text that names very many records is refused at no cost.
        for (int model = 0; model < Models.Count; model++)
        {
            Require(FlagText.Fits(Models[model].TrainedOn, records), name, NotBits(model));
        }

        var flags = new bool[checked(Models.Count * records)];
        for (int model = 0; model < Models.Count; model++)
        {
            Span<bool> row = flags.AsSpan(model * records, records);
            Require(FlagText.TryRead(Models[model].TrainedOn, row), name, NotBits(model));
            Require(row.Contains(true), name, FormattableString.Invariant($"model {model + 1} is trained on no record"));
        }

        return new InclusionMask(Models.Count, records, flags);

        string NotBits(int model) => FormattableString.Invariant($"the flags of model {model + 1} are not {records} bits in base64");
    }

    private static bool PairsComplement(InclusionMask mask)
    {
        for (int model = 0; model < mask.Models; model += 2)
        {
            ReadOnlySpan<bool> first = mask.Of(model), second = mask.Of(model + 1);
            for (int record = 0; record < mask.Records; record++)
            {
                if (first[record] == second[record])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsFingerprint(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private static void Require(bool holds, string name, string complaint)
    {
        if (!holds)
        {
            throw new PanameDataException($"{name} is no shadow plan: {complaint}. Write it anew with ShadowPlan.Save.");
        }
    }

    /// <summary>Records by their content.</summary>
    internal sealed record Source(string Fingerprint, int Records);

    /// <summary>One model; <paramref name="TrainedOn"/> holds a bit for each record.</summary>
    internal sealed record Model(int Seed, string TrainedOn);
}
