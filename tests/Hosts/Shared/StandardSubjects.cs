using Paname.Attacks.Data;
using Paname.Testing;

namespace Hosts;

/// <summary>Does not leak, with shadow models.</summary>
public sealed class QuietShadowSubject : MembershipSubject
{
    protected override MembershipSetup SetUp(AuditContext context)
    {
        MembershipData data = Known.Data();
        return new(Known.Model(data, leak: 0), data) { Shadows = Known.ShadowsOf(data, leak: 0) };
    }
}

/// <summary>Leaks, with shadow models that leak alike: Correctness alone stays below 0.60.</summary>
public sealed class LeakyShadowSubject : MembershipSubject
{
    protected override MembershipSetup SetUp(AuditContext context)
    {
        MembershipData data = Known.Data();
        return new(Known.Model(data, leak: 1), data) { Shadows = Known.ShadowsOf(data, leak: 1) };
    }
}

/// <summary>Does not leak, and has no shadow models.</summary>
public sealed class UnshadowedSubject : MembershipSubject
{
    protected override MembershipSetup SetUp(AuditContext context)
    {
        MembershipData data = Known.Data();
        return new(Known.Model(data, leak: 0), data);
    }
}

/// <summary>Does not leak, but its members differ from its non-members before any model is asked.</summary>
public sealed class ShiftedSubject : MembershipSubject
{
    protected override MembershipSetup SetUp(AuditContext context)
    {
        MembershipData data = Known.Data(shift: 1);
        return new(Known.Model(data, leak: 0), data) { Shadows = Known.ShadowsOf(data, leak: 0) };
    }
}
