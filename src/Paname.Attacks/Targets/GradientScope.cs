namespace Paname.Attacks.Targets;

/// <summary>The parameters a gradient norm is taken over.</summary>
public sealed class GradientScope
{
    private GradientScope(IReadOnlyList<string>? names) => Names = names;

    /// <summary>Every parameter of the model.</summary>
    public static GradientScope AllParameters { get; } = new(null);

    /// <summary>The weight and bias of the layer that ends in the model's output, which carries most of what white-box attacks use (Nasr, Shokri, Houmansadr 2019).</summary>
    public static GradientScope LastLayer { get; } = new(null);

    /// <summary>The parameters chosen; <see langword="null"/> for <see cref="AllParameters"/> and <see cref="LastLayer"/>.</summary>
    public IReadOnlyList<string>? Names { get; }

    /// <summary>Certain parameters.</summary>
    /// <param name="names">Names out of <see cref="IGradientTarget.ParameterNames"/>, at least one, each once.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="ArgumentException">No name, or a name twice.</exception>
    public static GradientScope Named(params IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        string[] copy = [.. names];
        if (copy.Length == 0 || copy.Distinct(StringComparer.Ordinal).Count() != copy.Length)
        {
            throw new ArgumentException("Name at least one parameter, each once.", nameof(names));
        }

        return new GradientScope(copy);
    }
}
