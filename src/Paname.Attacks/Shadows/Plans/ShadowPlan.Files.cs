using System.Text;
using Paname.Attacks.Data;

namespace Paname.Attacks.Shadows;

public sealed partial class ShadowPlan
{
    /// <summary>The plan as JSON (schema paname-shadow-plan/1): fingerprints, seeds, and for each model one bit per record in base64, the first record in the lowest bit of the first byte.</summary>
    /// <returns>The text; no value of a record is in it. Beside a list of who is a member it tells nothing of the target.</returns>
    public string ToJson() => PlanDocument.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The plan; it still has to be held against the data with <see cref="Require"/>, as every use does.</returns>
    /// <exception cref="PanameDataException">No such JSON: an unknown, missing or repeated property, another schema, flags of another length, an unbalanced plan.</exception>
    public static ShadowPlan FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return PlanDocument.Read(json, "The shadow plan");
    }

    /// <summary>Writes <see cref="ToJson"/> to a file.</summary>
    /// <param name="path">The file, relative to the current directory or absolute; overwritten.</param>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        File.WriteAllText(path, ToJson());
    }

    /// <summary>Reads a plan from a file.</summary>
    /// <param name="path">The file; see <see cref="ProjectPath.Resolve(string)"/>.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="PanameDataException">The file is missing, cannot be read, or is no plan.</exception>
    public static ShadowPlan Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string full = ProjectPath.Resolve(path);
        string name = Path.GetFileName(full);
        try
        {
            return PlanDocument.Read(File.ReadAllText(full, Encoding.UTF8), name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PanameDataException($"{name} cannot be opened for reading ({e.GetType().Name}).");
        }
    }
}
