using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;
using Paname.Testing;

namespace Hosts;

/// <summary>A model, data and shadow models in whose audit the planted values come close to a message.</summary>
public interface IShadowScenario
{
    static abstract MembershipSetup SetUp();
}

/// <summary>The subject of a scenario with shadow models.</summary>
public sealed class PlantedShadows<T> : MembershipSubject
    where T : IShadowScenario
{
    protected override MembershipSetup SetUp(AuditContext context) => T.SetUp();
}

/// <summary>Members have larger margins, shadow models are trained, and every control runs: the verdict is red, with notes of all of them.</summary>
public sealed class LeakyWithShadows : IShadowScenario
{
    public static MembershipSetup SetUp() => Shadowed.Of((_, seed) => PlantedModel.Of(planted: seed % 100));
}

/// <summary>Training code whose exception, and its inner one, quote the records.</summary>
public sealed class ThrowingTrainer : IShadowScenario
{
    public static MembershipSetup SetUp() => Shadowed.Of((records, _) =>
    {
        string shown = PlantedModel.Show(new RecordBatch(records.Records, 0, records.Count));
        throw new InvalidOperationException(shown, new FormatException(shown));
    });
}

/// <summary>Shadow models whose exceptions quote the records they are asked about.</summary>
public sealed class ThrowingShadowModel : IShadowScenario
{
    public static MembershipSetup SetUp() => Shadowed.Of((_, _) => new QuotingClassifier());
}

/// <summary>Prints how far an audit has come.</summary>
public sealed class PrintedProgress : IProgress<AuditProgress>
{
    public void Report(AuditProgress value) => Console.WriteLine(value);
}

internal static class Shadowed
{
    internal static MembershipSetup Of(Func<LabelledRecords, int, IClassifier> train) => new(PlantedModel.Of(), Leaky.Data())
    {
        Shadows = ShadowModels.Train(ShadowTrainer.FromDelegate((records, seed, _) => train(records, seed)), new ShadowOptions { Count = 4 }),
    };
}
