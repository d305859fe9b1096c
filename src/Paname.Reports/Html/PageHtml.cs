using System.Security.Cryptography;
using System.Text;
using Paname.Reports.Document;
using Paname.Reports.Texts;

namespace Paname.Reports.Html;

/// <summary>Writes a whole report as one HTML file that needs nothing else and may load nothing else.</summary>
internal static class PageHtml
{
    // Icons and marks are shapes, so that colour is never the only sign.
    private const string Shapes =
        "<svg class=\"shapes\" aria-hidden=\"true\">"
        + "<symbol id=\"icon-pass\" viewBox=\"0 0 16 16\"><path d=\"M3 8.5l3.2 3.2L13 4.8\"></path></symbol>"
        + "<symbol id=\"icon-fail\" viewBox=\"0 0 16 16\"><path d=\"M4 4l8 8M12 4l-8 8\"></path></symbol>"
        + "<symbol id=\"icon-doubt\" viewBox=\"0 0 16 16\"><path d=\"M5.2 6a2.8 2.8 0 1 1 4.2 2.4c-.9.5-1.4 1-1.4 2M8 13v.4\"></path></symbol>"
        + "<symbol id=\"icon-none\" viewBox=\"0 0 16 16\"><path d=\"M4 8h8\"></path></symbol>"
        + "<symbol id=\"mark-line\" viewBox=\"0 0 28 12\"><path d=\"M1 6h26\"></path></symbol>"
        + "<symbol id=\"mark-area\" viewBox=\"0 0 28 12\"><path d=\"M4 1h20v10H4z\"></path></symbol>"
        + "<symbol id=\"mark-dot\" viewBox=\"0 0 28 12\"><circle cx=\"14\" cy=\"6\" r=\"4.5\"></circle></symbol>"
        + "</svg>";

    internal static string Write(ReportPage page, ReportTexts texts)
    {
        string style = Assets.Read("report.css");
        string script = Assets.Read("charts.js");
        var html = new HtmlText();
        html.Raw("<!DOCTYPE html>\n").Open("html", ("lang", texts.LanguageTag)).Line().Open("head").Line();
        html.Open("meta", ("charset", "utf-8")).Line();
        html.Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy(style, script))).Line();
        html.Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Line();
        html.Open("meta", ("name", "color-scheme"), ("content", "light dark")).Line();
        html.Open("meta", ("name", "generator"), ("content", "Paname " + Assets.Version)).Line();
        html.Open("title").Text(page.Title).Close("title").Line();
        html.Open("style").Raw(style).Close("style").Line().Close("head").Line().Open("body").Line();
        html.Open("a", ("class", "skip"), ("href", "#content")).Text(texts.Page.SkipToContent).Close("a").Raw(Shapes).Line();
        html.Open("header").Open("h1").Text(page.Title).Close("h1").Open("p").Text(page.Subtitle).Close("p").Close("header").Line();
        Contents(html, page, texts);
        html.Open("main", ("id", "content"), ("tabindex", "-1")).Line();
        new BlockHtml(html, texts).Write(page.Content);
        html.Close("main").Line();
        html.Open("footer").Open("p").Text(ReportTexts.Fill(texts.Page.Footer, Assets.Version)).Close("p").Close("footer").Line();
        html.Open("script", ("type", "application/json"), ("id", "paname-data")).Raw(page.Charts.ToJson()).Close("script").Line();
        html.Open("script").Raw(script).Close("script").Line();
        return html.Close("body").Line().Close("html").Line().ToString();
    }

    private static void Contents(HtmlText html, ReportPage page, ReportTexts texts)
    {
        html.Open("nav", ("aria-label", texts.Page.Contents)).Open("ul");
        foreach (Section section in page.Content.OfType<Section>())
        {
            html.Open("li").Open("a", ("href", "#" + section.Id)).Text(string.Concat(section.Title.Parts.Select(part => part.Text))).Close("a").Close("li");
        }

        html.Close("ul").Close("nav").Line();
    }

    /// <summary>Nothing is allowed but this page's own style, the style that Plot adds to its charts, and this page's own script, each by its hash.</summary>
    private static string Policy(string style, string script)
        => $"default-src 'none'; style-src {Hash(style)} {Hash(Assets.Read("charts.css"))}; script-src {Hash(script)}; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
