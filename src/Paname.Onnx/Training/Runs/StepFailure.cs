using Paname.Attacks.Data;
using Paname.Onnx.Runtime;

namespace Paname.Onnx.Training.Runs;

/// <summary>Reports a failed step without the runtime's text, which can print values of the records.</summary>
internal static class StepFailure
{
    internal static PanameDataException Report(string model, string doing, string runtimeMessage)
        => new($"{model}: ONNX Runtime failed{RunFailure.Where(runtimeMessage)} while {doing}. The model does not accept one of the records: check categories and ranges against those it was trained on, and the shapes of its inputs. The runtime's own message is withheld because it can hold values.");
}
