using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Paname.Reports.Tests.Support;

/// <summary>A rendered page, read as XML: a page whose elements do not nest cannot be read.</summary>
internal static class Page
{
    internal static XDocument Read(string html)
    {
        // Void elements and the content of scripts and styles are what HTML has and XML has not.
        string xml = html.Replace("<!DOCTYPE html>", string.Empty, StringComparison.Ordinal);
        xml = Regex.Replace(xml, "<(meta|wbr)([^>]*)>", "<$1$2/>");
        xml = Regex.Replace(xml, "(<(script|style)[^>]*>).*?</\\2>", match => match.Groups[1].Value + "</" + match.Groups[2].Value + ">", RegexOptions.Singleline);
        return XDocument.Parse(xml);
    }

    internal static IEnumerable<XElement> All(this XDocument page, string name) => page.Descendants(name);

    internal static string Id(this XElement element) => (string?)element.Attribute("id") ?? string.Empty;

    /// <summary>The text a person reads in the page's own language: without code and addresses, and without what is marked as English.</summary>
    internal static string OwnText(this XDocument page)
    {
        var copy = new XDocument(page);
        copy.Descendants().Where(element => element.Name.LocalName is "code" or "script" or "style" || (element != copy.Root && element.Attribute("lang") is not null) || element.Attribute("rel") is not null).ToList().ForEach(element => element.Remove());
        IEnumerable<string> attributes = copy.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "aria-label" or "data-alt" or "title" or "alt").Select(attribute => attribute.Value);
        return string.Join('\n', copy.Root!.DescendantNodes().OfType<XText>().Select(text => text.Value).Concat(attributes));
    }
}
