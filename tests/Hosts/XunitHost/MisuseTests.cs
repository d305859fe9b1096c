using Paname.Testing;
using Xunit;

namespace Hosts;

/// <summary>Misuse: one failing row each, never silence.</summary>
public class MisuseTests
{
    [MembershipInferenceTheory]
    public void No_subject(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);

    [MembershipInferenceTheory(typeof(string))]
    public void Not_a_subject(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);

    [MembershipInferenceTheory(typeof(AbstractSubject))]
    public void Abstract_subject(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);

    [MembershipInferenceTheory<QuietSubject>]
    public void No_parameter() => Assert.True(QuietSubject.SetUps >= 0);

    [MembershipInferenceTheory<QuietSubject>]
    public void Wrong_parameter(string result) => Assert.NotNull(result);
}
