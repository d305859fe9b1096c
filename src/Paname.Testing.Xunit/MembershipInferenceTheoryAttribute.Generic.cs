using Paname.Testing;

namespace Xunit;

/// <summary>Runs a test once per attack against <typeparamref name="TSubject"/>; see <see cref="MembershipInferenceTheoryAttribute"/>.</summary>
/// <typeparam name="TSubject">The subject.</typeparam>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MembershipInferenceTheoryAttribute<TSubject> : MembershipInferenceTheoryAttribute
    where TSubject : MembershipSubject, new()
{
    /// <summary>A theory about the subject.</summary>
    public MembershipInferenceTheoryAttribute()
        : base(typeof(TSubject))
    {
    }
}
