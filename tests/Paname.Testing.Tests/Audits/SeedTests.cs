using System.Reflection;
using System.Reflection.Emit;

namespace Paname.Testing.Tests.Audits;

/// <summary>The audit's own seed, then the assembly's, then the environment's, then 1. Runs alone: it changes the environment.</summary>
[Collection("environment")]
public sealed class SeedTests : IDisposable
{
    private static readonly Assembly Seeded = AssemblyBuilder.DefineDynamicAssembly(
        new AssemblyName("Seeded"),
        AssemblyBuilderAccess.Run,
        [new CustomAttributeBuilder(typeof(PanameSeedAttribute).GetConstructor([typeof(int)])!, [9])]);

    private static readonly Assembly Unseeded = typeof(string).Assembly;

    public void Dispose() => Environment.SetEnvironmentVariable(AuditSeed.Variable, null);

    [Fact]
    public void Order_is_own_assembly_environment_one()
    {
        Assert.Equal(1, AuditSeed.Resolve(null, Unseeded));
        Environment.SetEnvironmentVariable(AuditSeed.Variable, "-5");
        Assert.Equal(-5, AuditSeed.Resolve(null, Unseeded));
        Assert.Equal(9, AuditSeed.Resolve(null, Seeded));
        Assert.Equal(4, AuditSeed.Resolve(4, Seeded));
    }

    [Theory]
    [InlineData("seven")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    public void Environment_that_is_no_number_is_refused(string text)
    {
        Environment.SetEnvironmentVariable(AuditSeed.Variable, text);
        Assert.StartsWith("PANAME_SEED is not a whole number", Assert.Throws<InvalidOperationException>(() => AuditSeed.Resolve(null, null)).Message, StringComparison.Ordinal);
    }
}
