using System.Diagnostics.CodeAnalysis;
using Microsoft.Playwright;

namespace Paname.Reports.Tests.Browser;

/// <summary>One browser for all tests of a class.</summary>
[SuppressMessage("Design", "CA1001", Justification = "xUnit disposes asynchronously.")]
public sealed class ChromiumFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (ChromiumFactAttribute.Executable is { } executable)
        {
            _playwright = await Playwright.CreateAsync();

            // A browser run by root, as on build servers, has no sandbox; it opens nothing but the page under test.
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
        }
    }

    internal async Task<OpenPage> Open(string html, BrowserNewContextOptions? options = null)
    {
        IBrowserContext context = await _browser!.NewContextAsync(options ?? new());
        return await OpenPage.Open(context, html);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
