using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Testing;

namespace Hosts;

/// <summary>A model and data in whose audit the planted values come close to a message.</summary>
public interface IScenario
{
    static abstract (IClassifier Model, MembershipData Data) Load();
}

/// <summary>Predictions in whose audit the planted values come close to a message.</summary>
public interface IPredictionScenario
{
    static abstract PrecomputedPredictions Load();
}

/// <summary>The subject of a scenario.</summary>
public sealed class PlantedSubject<T> : MembershipSubject
    where T : IScenario
{
    protected override MembershipSetup SetUp(AuditContext context)
    {
        (IClassifier model, MembershipData data) = T.Load();
        return new(model, data);
    }
}

/// <summary>The subject of a scenario of predictions.</summary>
public sealed class PlantedPredictions<T> : MembershipSubject
    where T : IPredictionScenario
{
    protected override MembershipSetup SetUp(AuditContext context) => new(T.Load());
}
