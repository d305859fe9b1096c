namespace Paname.Onnx.Tests.Support;

/// <summary>A test on data that cannot be redistributed: skipped, visibly, where it is absent.</summary>
/// <remarks>Looked for in the folder PANAME_REFERENCE names, else in shared/reference beside any folder above the tests.</remarks>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute(string file)
    {
        if (!File.Exists(PathOf(file)))
        {
            Skip = $"reference data absent: {file} (set PANAME_REFERENCE to its folder)";
        }
    }

    internal static string PathOf(string file) => Path.Combine(Root(), file);

    private static string Root()
    {
        if (Environment.GetEnvironmentVariable("PANAME_REFERENCE") is { Length: > 0 } declared)
        {
            return declared;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "reference");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return string.Empty;
    }
}
