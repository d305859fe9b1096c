namespace Paname.Attacks.Data;

/// <summary>Says which input an error of the records' own checks comes from.</summary>
internal static class Named
{
    internal static T In<T>(string input, Func<T> build)
    {
        try
        {
            return build();
        }
        catch (PanameDataException e)
        {
            throw new PanameDataException($"{input}: {e.Message}");
        }
    }
}
