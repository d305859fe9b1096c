using System.Runtime.CompilerServices;

namespace Paname.Testing;

/// <content>Against what was accepted before.</content>
public sealed partial class AuditedEpsilon
{
    /// <summary>Fails the test unless the epsilon that attacks show is no worse than the baseline that was accepted in git, beyond what records and the luck of training seeds explain. Without a baseline it fails too: its
    /// first run is accepted by its owner.</summary>
    /// <param name="options">Margin, what is gated, name; <see langword="null"/> for the defaults.</param>
    /// <param name="test">The test's method, which names the baseline; the compiler fills it in.</param>
    /// <param name="file">Its source file, whose name stands for the class where the framework does not tell; the compiler fills it in.</param>
    /// <param name="line">The line; the compiler fills it in.</param>
    /// <exception cref="InvalidOperationException">The directory of baselines is not known, a baseline has no test, two tests share one, or PANAME_ACCEPT is set on a build server.</exception>
    public void MatchesBaseline(BaselineOptions? options = null, [CallerMemberName] string? test = null, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        => _context.Require(CompareWithBaseline(options, test, file, line));

    /// <summary>As <see cref="MatchesBaseline"/>, with the audit on another thread.</summary>
    /// <param name="options">Margin, what is gated, name; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops the audit; nothing is stored then.</param>
    /// <param name="test">The test's method, which names the baseline; the compiler fills it in.</param>
    /// <param name="file">Its source file; the compiler fills it in.</param>
    /// <param name="line">The line; the compiler fills it in.</param>
    /// <returns>The comparison's end.</returns>
    public async Task MatchesBaselineAsync(
        BaselineOptions? options = null, CancellationToken cancellationToken = default, [CallerMemberName] string? test = null, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        => _context.Require(await Task.Run(() => Compare(options, test, file, line, cancellationToken), cancellationToken).ConfigureAwait(false));

    /// <summary>Holds the epsilon that attacks show against its baseline, as <see cref="MatchesBaseline"/> does with all that it stores, and leaves it to the caller to fail the test.</summary>
    /// <param name="options">Margin, what is gated, name; <see langword="null"/> for the defaults.</param>
    /// <param name="test">The test's method, which names the baseline; the compiler fills it in.</param>
    /// <param name="file">Its source file; the compiler fills it in.</param>
    /// <param name="line">The line; the compiler fills it in.</param>
    /// <returns>The verdict.</returns>
    public BaselineVerdict CompareWithBaseline(BaselineOptions? options = null, [CallerMemberName] string? test = null, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        => Compare(options, test, file, line, CancellationToken.None);

    private BaselineVerdict Compare(BaselineOptions? options, string? test, string? file, int line, CancellationToken cancellationToken)
        => new BaselineGate(_context, options, test, file, line).Judge(_ => EpsilonContent.Of(Run(cancellationToken), _delta, _options));
}
