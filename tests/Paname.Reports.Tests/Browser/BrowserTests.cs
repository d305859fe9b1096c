using System.Text.Json;
using Microsoft.Playwright;
using Paname.Reports.Tests.Html;
using Paname.Reports.Tests.Support;

namespace Paname.Reports.Tests.Browser;

/// <summary>The report as a browser shows it.</summary>
public class BrowserTests(ChromiumFixture browser) : IClassFixture<ChromiumFixture>
{
    private const int Plots = 1 + 2 + 6 + 2 + 1;

    [ChromiumFact]
    public async Task Charts_are_drawn_and_nothing_is_asked_of_the_network_or_refused_by_the_policy()
    {
        foreach (ReportLanguage language in new[] { ReportLanguage.English, ReportLanguage.French })
        {
            await using OpenPage page = await Open(language);
            Assert.Equal("drawn", await page.View.EvaluateAsync<string>("document.documentElement.dataset.charts"));
            Assert.Equal(Plots, await page.View.Locator(".plot > svg[role=img][aria-label]").CountAsync());

            // Each has marks of its own beside axes: curves, points or bars.
            int[] marks = await page.View.EvaluateAsync<int[]>("[...document.querySelectorAll('.plot > svg')].map(svg => svg.querySelectorAll('path[d*=\"L\"], circle, rect').length)");
            Assert.All(marks, count => Assert.True(count > 0));
            Assert.False(await page.View.EvaluateAsync<bool>("[...document.querySelectorAll('.plot path[d]')].some(path => path.getAttribute('d').includes('NaN'))"));
            Assert.Empty(page.Requests);
            Assert.Empty(page.Complaints);
        }
    }

    [ChromiumFact]
    public async Task The_policy_refuses_what_is_not_the_page_s_own()
    {
        string html = Html(ReportLanguage.English).Replace("</body>", "<script>document.title = 'run'</script><img src=\"https://example.invalid/a.png\" alt=\"\"/></body>", StringComparison.Ordinal);
        await using OpenPage page = await browser.Open(html);
        Assert.NotEqual("run", await page.View.TitleAsync());
        Assert.Equal(2, page.Complaints.Count(complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal)));
    }

    [ChromiumFact]
    public async Task Numbers_fold_below_charts_and_open_by_keyboard()
    {
        await using OpenPage page = await Open(ReportLanguage.English);
        ILocator table = page.View.Locator("figure table").First;
        Assert.False(await table.IsVisibleAsync());
        await page.View.Keyboard.PressAsync("Tab");
        Assert.Equal("#content", await page.View.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        await page.View.Locator("figure summary").First.FocusAsync();
        await page.View.Keyboard.PressAsync("Enter");
        Assert.True(await table.IsVisibleAsync());
    }

    [ChromiumFact]
    public async Task All_that_opens_leads_or_scrolls_is_reached_by_tab()
    {
        await using OpenPage page = await Open(ReportLanguage.English);
        int expected = await page.View.EvaluateAsync<int>(
            "[...document.querySelectorAll('a, summary, [tabindex=\"0\"]')].filter(element => element.checkVisibility({contentVisibilityAuto: true})).length");
        await page.View.EvaluateAsync("window.seen = new Set(); document.addEventListener('focusin', ({target}) => window.seen.add(target))");
        for (int i = 0; i < expected + 2; i++)
        {
            await page.View.Keyboard.PressAsync("Tab");
        }

        Assert.Equal(expected, await page.View.EvaluateAsync<int>("window.seen.size"));
    }

    [ChromiumFact]
    public async Task Without_JavaScript_all_tables_are_visible()
    {
        await using OpenPage page = await Open(ReportLanguage.English, new() { JavaScriptEnabled = false });
        ILocator tables = page.View.Locator("table");
        int count = await tables.CountAsync();
        Assert.True(count > 15);
        for (int i = 0; i < count; i++)
        {
            Assert.True(await tables.Nth(i).IsVisibleAsync());
        }

        Assert.Equal(0, await page.View.Locator(".plot svg").CountAsync());
    }

    [ChromiumFact]
    public async Task On_paper_tables_are_open_and_nothing_is_wider_than_the_page()
    {
        await using OpenPage page = await Open(ReportLanguage.French, new() { ViewportSize = new() { Width = 700, Height = 990 } });
        await page.View.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.View.Locator("details:not([open])")).ToHaveCountAsync(0);
        ILocator tables = page.View.Locator("figure table");
        for (int i = 0; i < await tables.CountAsync(); i++)
        {
            Assert.True(await tables.Nth(i).IsVisibleAsync());
        }

        Assert.Equal(0, await page.View.EvaluateAsync<int>("[...document.querySelectorAll('.plot svg, table')].filter(part => part.getBoundingClientRect().right > innerWidth + 1).length"));
        await page.View.EmulateMediaAsync(new() { Media = Media.Screen });
        await Assertions.Expect(page.View.Locator("figure details[open]")).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task On_a_narrow_screen_the_page_does_not_scroll_sideways()
    {
        await using OpenPage page = await Open(ReportLanguage.French, new() { ViewportSize = new() { Width = 360, Height = 740 } });
        Assert.Equal(360, await page.View.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [ChromiumFact]
    public async Task An_accessibility_check_finds_nothing()
    {
        Assert.True(File.Exists(ChromiumFactAttribute.Axe), "Run ./build.sh setup: it fetches axe.");
        string axe = await File.ReadAllTextAsync(ChromiumFactAttribute.Axe);
        foreach ((ReportLanguage language, ColorScheme scheme) in new[] { (ReportLanguage.English, ColorScheme.Light), (ReportLanguage.French, ColorScheme.Dark) })
        {
            // axe is the test's, not the page's: the policy is lifted for it.
            await using OpenPage page = await Open(language, new() { BypassCSP = true, ColorScheme = scheme });
            await page.View.EvaluateAsync("document.querySelectorAll('details').forEach(details => (details.open = true))");
            await page.View.EvaluateAsync(axe);
            JsonElement? violations = await page.View.EvaluateAsync(
                """
                axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})
                   .then(({violations, passes}) => ({passes: passes.length, violations: violations.map(({id, nodes}) => id + ': ' + nodes.map(({html}) => html.slice(0, 160)).join(' | '))}))
                """);
            Assert.True(violations!.Value.GetProperty("passes").GetInt32() > 20);
            Assert.Empty(violations.Value.GetProperty("violations").EnumerateArray().Select(violation => violation.GetString()));
        }
    }

    [ChromiumFact]
    public async Task A_crowded_page_stays_within_the_window_and_complains_of_nothing()
    {
        foreach (string html in new[]
        {
            HtmlReport.Render([HostilePageTests.Crowded], new ReportOptions { History = Sample.History(1000, changeAt: 500, target: HostilePageTests.RightToLeft) }),
            HtmlReport.Render([HostilePageTests.NothingRan]),
        })
        {
            await using OpenPage page = await browser.Open(html);
            Assert.Empty(page.Complaints);
            Assert.True(await page.View.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        }
    }

    private static string Html(ReportLanguage language) => HtmlReport.Render([Sample.Audit()], new ReportOptions { Language = language, History = Sample.History() });

    private Task<OpenPage> Open(ReportLanguage language, BrowserNewContextOptions? options = null) => browser.Open(Html(language), options);
}
