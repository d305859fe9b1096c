using System.Text.RegularExpressions;
using Paname.Attacks.Data;

namespace Paname.Onnx.Runtime;

/// <summary>Reports a failed inference without the runtime's text, which can print values of the records.</summary>
internal static partial class RunFailure
{
    internal static PanameDataException Report(string model, string runtimeMessage, int first, int last)
    {
        string where = Where(runtimeMessage);
        return new PanameDataException(FormattableString.Invariant(
            $"{model}: ONNX Runtime failed{where} on records {first} to {last}. The model does not accept one of them: check categories and ranges against those it was trained on, and the shapes of its inputs. The runtime's own message is withheld because it can hold values."));
    }

    /// <summary>The operator and node that failed, where the runtime names them.</summary>
    internal static string Where(string runtimeMessage)
    {
        Match node = NodePattern().Match(runtimeMessage);
        return node.Success ? $" in {node.Groups["op"].Value} (node '{node.Groups["name"].Value}')" : string.Empty;
    }

    [GeneratedRegex(@"while running (?<op>\w+) node\. Name:'(?<name>[^']*)'", RegexOptions.CultureInvariant)]
    private static partial Regex NodePattern();
}
