using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Paname.Tool;

/// <summary>What a test assembly declares, read from its metadata: none of its code runs.</summary>
/// <param name="Path">The file.</param>
/// <param name="Methods">All methods.</param>
internal sealed record TestAssembly(string Path, IReadOnlyList<TestAssembly.Method> Methods)
{
    private const string Attribute = "MembershipInferenceTheoryAttribute";

    /// <summary>A method.</summary>
    /// <param name="Class">Its class, without namespace; nested ones as Outer+Inner.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="ClassIsVisible">Whether its class, and those around it, are public and can be made.</param>
    /// <param name="Adapter">The assembly of its theory attribute, or null when it has none.</param>
    internal sealed record Method(string Class, string Name, bool ClassIsVisible, string? Adapter);

    internal static TestAssembly Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        using var image = new PEReader(stream);
        if (!image.HasMetadata)
        {
            throw ToolException.Unusable($"{path} is no .NET assembly.");
        }

        MetadataReader reader = image.GetMetadataReader();
        var methods = new List<Method>();
        foreach (TypeDefinition type in reader.TypeDefinitions.Select(reader.GetTypeDefinition))
        {
            bool visible = IsVisible(reader, type);
            string name = NameOf(reader, type);
            methods.AddRange(type.GetMethods().Select(reader.GetMethodDefinition).Select(method => new Method(name, reader.GetString(method.Name), visible, Adapter(reader, method))));
        }

        return new TestAssembly(path, methods);
    }

    private static string NameOf(MetadataReader reader, TypeDefinition type)
        => type.GetDeclaringType() is { IsNil: false } outer ? $"{NameOf(reader, reader.GetTypeDefinition(outer))}+{reader.GetString(type.Name)}" : reader.GetString(type.Name);

    private static bool IsVisible(MetadataReader reader, TypeDefinition type)
    {
        TypeAttributes visibility = type.Attributes & TypeAttributes.VisibilityMask;
        bool itself = visibility is TypeAttributes.Public or TypeAttributes.NestedPublic && (type.Attributes & TypeAttributes.Abstract) == 0;
        return itself && (type.GetDeclaringType() is not { IsNil: false } outer || (reader.GetTypeDefinition(outer).Attributes & TypeAttributes.VisibilityMask) is TypeAttributes.Public or TypeAttributes.NestedPublic);
    }

    private static string? Adapter(MetadataReader reader, MethodDefinition method)
    {
        foreach (CustomAttribute attribute in method.GetCustomAttributes().Select(reader.GetCustomAttribute))
        {
            if (attribute.Constructor.Kind == HandleKind.MemberReference
                && Reference(reader, reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent) is { } type
                && reader.GetString(type.Name).Split('`')[0] == Attribute
                && type.ResolutionScope.Kind == HandleKind.AssemblyReference)
            {
                return reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name);
            }
        }

        return null;
    }

    private static TypeReference? Reference(MetadataReader reader, EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeReference => reader.GetTypeReference((TypeReferenceHandle)type),
        HandleKind.TypeSpecification => Generic(reader, reader.GetTypeSpecification((TypeSpecificationHandle)type)),
        _ => null,
    };

    /// <summary>The open type of an attribute such as MembershipInferenceTheory of a subject.</summary>
    private static TypeReference? Generic(MetadataReader reader, TypeSpecification type)
    {
        BlobReader blob = reader.GetBlobReader(type.Signature);
        return blob.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance && blob.ReadByte() is 0x12 or 0x11 && blob.ReadTypeHandle() is { Kind: HandleKind.TypeReference } open
            ? reader.GetTypeReference((TypeReferenceHandle)open)
            : null;
    }
}
