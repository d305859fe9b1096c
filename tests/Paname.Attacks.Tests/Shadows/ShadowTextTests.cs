using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Shadows;

/// <summary>What sources of shadow models say of themselves and of what they gave.</summary>
public sealed class ShadowTextTests
{
    private static readonly InclusionMask Mask = new(2, 5, [true, false, true, false, true, false, true, false, true, false]);

    [Fact]
    public void Sources_say_what_their_models_are()
    {
        var offline = new ShadowOptions { Count = 3, Kind = ShadowKind.Offline, Population = ShadowFixtures.Records(12, 100) };
        Assert.Equal("3 shadow models (memory), each trained on a part of 12 population records", ShadowModels.Train(new MemoryTrainer(), offline).Description);
        Assert.Equal("2 given shadow models", ShadowModels.FromClassifiers([Sure(0), Sure(0)], Mask).Description);
        Assert.Equal("2 given shadow models", ShadowModels.FromClassifiers(_ => Sure(0), Mask).Description);
        Assert.Equal("signals of 2 shadow models scored elsewhere", ShadowModels.FromSignals(ShadowSignalKind.ScaledLogits, new double[10], Mask).Description);
    }

    [Fact]
    public void Caps_of_target_and_models_are_counted()
    {
        // One record of the target, all five of the first model and none of the second.
        MembershipData data = ShadowFixtures.Audited(3, 2);
        var outputs = new TargetOutputs(OutputKind.Probabilities, 2, new double[] { 1, 0, .5, .5, .5, .5, .5, .5, .5, .5 });
        var request = new ShadowRequest(outputs, [.. data.Members.Labels, .. data.NonMembers.Labels], 3, 1) { Target = Sure(.5), Data = data };
        Assert.Equal(
            ["6 of 15 scaled logits are caps, since a probability is exactly 0: give logits"],
            ShadowModels.FromClassifiers([Sure(0), Sure(.5)], Mask).Observe(request).Notes);
    }

    [Fact]
    public void Caps_of_a_given_target_are_counted_too()
    {
        var request = new ShadowRequest(new TargetOutputs(OutputKind.Losses, 1, new double[5]), [], 3, 1);
        var options = new ShadowSignalOptions { Target = new[] { 1, .5, .5, .5, 0 } };
        double[] shadows = [1, .5, .5, .5, .5, .5, .5, .5, .5, .5];
        Assert.StartsWith(
            "3 given signals are caps",
            Assert.Single(ShadowModels.FromSignals(ShadowSignalKind.TrueClassProbabilities, shadows, Mask, options).Observe(request).Notes),
            StringComparison.Ordinal);
    }

    private static DelegateClassifier Sure(double other) => DelegateClassifier.FromRows(OutputKind.Probabilities, 2, _ => [1 - other, other]);
}
