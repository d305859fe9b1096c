namespace Paname.Packaging.Tests;

/// <summary>Packs once for all tests.</summary>
[CollectionDefinition("packages")]
public sealed class PackagesDefinition : ICollectionFixture<PackedLibraries>;
