using Paname.Attacks.Data;
using Paname.Attacks.Data.Arrays;

namespace Paname.Attacks.Shadows;

public static partial class ShadowModels
{
    /// <summary>Takes signals of models that were scored elsewhere. Attacks that need all outputs of shadow models cannot run on them.</summary>
    /// <param name="kind">What the signals are. Probabilities and losses become scaled logits, in float64 and without cancellation.</param>
    /// <param name="shadows">Row-major: models x records x views.</param>
    /// <param name="inclusion">Which model was trained on which record, in the order of the signals.</param>
    /// <param name="options">The order of records, views, the target's own signals, a population.</param>
    /// <returns>The source.</returns>
    /// <exception cref="PanameDataException">Lengths that differ, a value that is not finite or not of its kind; the message names model and record.</exception>
    public static IShadowSource FromSignals(ShadowSignalKind kind, ReadOnlyMemory<double> shadows, InclusionMask inclusion, ShadowSignalOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(inclusion);
        return new SignalShadows(kind, shadows, inclusion, options ?? new ShadowSignalOptions());
    }

    /// <summary>Reads signals of models that were scored elsewhere from NPY files.</summary>
    /// <param name="kind">What the signals are.</param>
    /// <param name="files">The files; see <see cref="ProjectPath.Resolve(string)"/>.</param>
    /// <returns>The source.</returns>
    /// <exception cref="PanameDataException">A file that is missing, damaged or of another type, shapes that differ, a value that is not finite or not of its kind.</exception>
    public static IShadowSource FromSignalsNpy(ShadowSignalKind kind, ShadowSignalFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return SignalFileReading.Read(kind, files, NpyFile.Read);
    }

    /// <summary>Reads signals of models that were scored elsewhere from an NPZ archive.</summary>
    /// <param name="path">The archive; see <see cref="ProjectPath.Resolve(string)"/>.</param>
    /// <param name="kind">What the signals are.</param>
    /// <param name="arrays">The names of the arrays.</param>
    /// <returns>The source.</returns>
    /// <exception cref="PanameDataException">An archive or array that is missing, damaged or of another type, shapes that differ, a value that is not finite or not of its kind.</exception>
    public static IShadowSource FromSignalsNpz(string path, ShadowSignalKind kind, ShadowSignalFiles arrays)
    {
        ArgumentNullException.ThrowIfNull(arrays);
        using var file = new NpzFile(path);
        return SignalFileReading.Read(kind, arrays, file.Read);
    }

    /// <summary>Reads signals of models that were scored elsewhere from CSV files without header: a line for each model, a cell for each record.</summary>
    /// <param name="kind">What the signals are.</param>
    /// <param name="files">The files; see <see cref="ProjectPath.Resolve(string)"/>.</param>
    /// <returns>The source.</returns>
    /// <exception cref="PanameDataException">A file that is missing or malformed, shapes that differ, a value that is not finite or not of its kind; the message names file, line and column.</exception>
    public static IShadowSource FromSignalsCsv(ShadowSignalKind kind, ShadowSignalFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return SignalFileReading.Read(kind, files, SignalCsv.Read);
    }
}
