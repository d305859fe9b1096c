using System.IO.Compression;
using System.Xml.Linq;

namespace Paname.Packaging.Tests;

/// <summary>What a .nupkg file holds.</summary>
internal sealed record Package(IReadOnlyList<string> Entries, XElement Metadata)
{
    internal string? Value(string name) => (string?)Element(Metadata, name);

    internal XElement? Element(string name) => Element(Metadata, name);

    /// <summary>The dependencies as "id range".</summary>
    internal IReadOnlyList<string> Dependencies =>
    [
        .. Metadata.Descendants(Metadata.Name.Namespace + "dependency")
            .Select(dependency => $"{(string?)dependency.Attribute("id")} {(string?)dependency.Attribute("version")}")
            .Order(StringComparer.Ordinal),
    ];

    internal static Package Read(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        using Stream nuspec = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        XElement root = XDocument.Load(nuspec).Root!;
        return new Package([.. archive.Entries.Select(entry => entry.FullName)], Element(root, "metadata")!);
    }

    private static XElement? Element(XElement parent, string name) => parent.Elements().FirstOrDefault(element => element.Name.LocalName == name);
}
