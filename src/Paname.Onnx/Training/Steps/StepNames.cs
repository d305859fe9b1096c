using System.Globalization;

namespace Paname.Onnx.Training.Steps;

/// <summary>What the inputs and outputs of step and loss graphs are called.</summary>
internal static class StepNames
{
    internal const string Weights = "train/weights";

    /// <summary>int64: the records of the batch.</summary>
    internal const string Batch = "train/batch";

    /// <summary>The labels or targets of all records.</summary>
    internal const string Labels = "train/labels";

    /// <summary>1 / terms of the mean over the batch.</summary>
    internal const string Share = "train/share";

    /// <summary>Noise that is added to the flat gradient.</summary>
    internal const string Noise = "train/noise";

    /// <summary>The sum of the batch's losses.</summary>
    internal const string LossSum = "train/loss";

    /// <summary>How many losses were summed, where it is not the number of records.</summary>
    internal const string LossCount = "train/loss/count";

    /// <summary>The values of one input for all records.</summary>
    internal static string Data(string input) => $"train/data/{input}";

    internal static string State(int index) => string.Create(CultureInfo.InvariantCulture, $"train/state/{index}");

    internal static string Scalar(int index) => string.Create(CultureInfo.InvariantCulture, $"train/scalar/{index}");

    internal static string Mask(int index) => string.Create(CultureInfo.InvariantCulture, $"train/mask/{index}");

    /// <summary>The value after the step.</summary>
    internal static string Next(string name) => $"{name}/next";
}
