using Microsoft.Playwright;

namespace Paname.Reports.Tests.Browser;

/// <summary>A report opened as a file, with what it asked for and complained about.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _file;

    private OpenPage(IBrowserContext context, IPage view, string file)
    {
        _context = context;
        View = view;
        _file = file;
    }

    internal IPage View { get; }

    /// <summary>Addresses asked for beside the file itself.</summary>
    internal List<string> Requests { get; } = [];

    /// <summary>Console messages and errors, violations of the policy among them.</summary>
    internal List<string> Complaints { get; } = [];

    internal static async Task<OpenPage> Open(IBrowserContext context, string html)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".html");
        await File.WriteAllTextAsync(file, html);
        IPage view = await context.NewPageAsync();
        var page = new OpenPage(context, view, file);
        string address = new Uri(file).AbsoluteUri;
        await view.RouteAsync("**/*", async route =>
        {
            if (route.Request.Url.Split('#')[0] == address)
            {
                await route.ContinueAsync();
                return;
            }

            page.Requests.Add(route.Request.Url);
            await route.AbortAsync();
        });
        view.Console += (_, message) => page.Complaints.Add(message.Text);
        view.PageError += (_, error) => page.Complaints.Add(error);
        await view.GotoAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        File.Delete(_file);
    }
}
