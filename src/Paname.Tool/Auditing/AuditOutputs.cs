using Paname.Testing;

namespace Paname.Tool;

/// <summary>Writes the files of an audit.</summary>
internal static class AuditOutputs
{
    internal static IReadOnlyList<string> Write(OutputsConfig outputs, MembershipAuditResult audit, IReadOnlyList<JudgedGate> gates, bool french, ToolSession session)
    {
        _ = (outputs, audit, gates, french, session);
        return [];
    }
}
