using Paname.Attacks.Shadows;

namespace Paname.Attacks.Tests.Shadows;

/// <summary>Keeps what it is told.</summary>
internal sealed class Reports : IProgress<ShadowProgress>
{
    internal List<ShadowProgress> All { get; } = [];

    public void Report(ShadowProgress value) => All.Add(value);
}
