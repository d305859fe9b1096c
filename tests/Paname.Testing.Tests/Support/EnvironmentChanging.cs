namespace Paname.Testing.Tests.Support;

/// <summary>Tests that change environment variables run after the parallel ones, one at a time.</summary>
[CollectionDefinition("environment", DisableParallelization = true)]
public sealed class EnvironmentChanging;
