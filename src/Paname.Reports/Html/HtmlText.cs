using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Paname.Reports.Html;

/// <summary>Writes HTML; all text and all values of attributes go through its encoder.</summary>
internal sealed class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();

    /// <summary>Opens an element. An attribute whose value is null is left out.</summary>
    internal HtmlText Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _text.Append('<').Append(name);
        foreach ((string attribute, string? value) in attributes)
        {
            if (value is not null)
            {
                _text.Append(' ').Append(attribute).Append("=\"").Append(Encoder.Encode(value)).Append('"');
            }
        }

        _text.Append('>');
        return this;
    }

    internal HtmlText Close(string name)
    {
        _text.Append("</").Append(name).Append('>');
        return this;
    }

    internal HtmlText Text(string text)
    {
        _text.Append(Encoder.Encode(text));
        return this;
    }

    internal HtmlText Line()
    {
        _text.Append('\n');
        return this;
    }

    /// <summary>Markup, style and script of this project's own: never a text from outside.</summary>
    internal HtmlText Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public override string ToString() => _text.ToString();
}
