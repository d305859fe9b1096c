using Paname.Attacks.Shadows;

namespace Paname.Onnx.ShadowProcess;

/// <summary>Prints progress; after some models it never returns.</summary>
internal sealed class Report(int standStillAfter) : IProgress<ShadowProgress>
{
    private void Print(ShadowProgress value)
    {
        Console.WriteLine(FormattableString.Invariant($"{value.Done} {value.Reused}"));
        if (value.Done == standStillAfter)
        {
            Thread.Sleep(Timeout.Infinite);
        }
    }

    void IProgress<ShadowProgress>.Report(ShadowProgress value) => Print(value);
}
