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
        try
        {
            return image.HasMetadata ? new TestAssembly(path, MethodsOf(image.GetMetadataReader())) : throw NoAssembly(path);
        }
        catch (BadImageFormatException)
        {
            throw NoAssembly(path);
        }
    }

    private static ToolException NoAssembly(string path) => ToolException.Unusable($"{path} is no .NET assembly.");

    /// <summary>The methods of every class, those it inherits from classes of the assembly too: tests of an abstract class run in those derived from it.</summary>
    private static List<Method> MethodsOf(MetadataReader reader)
    {
        TypeDefinition[] types = [.. reader.TypeDefinitions.Select(reader.GetTypeDefinition)];
        HashSet<TypeDefinitionHandle> bases = [.. types.Select(type => BaseOf(reader, type)).Where(handle => !handle.IsNil)];
        var methods = new List<Method>();
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.Abstract) != 0 && bases.Contains(handle))
            {
                continue;
            }

            bool visible = IsVisible(reader, type);
            string name = NameOf(reader, type);
            for (TypeDefinitionHandle at = handle; !at.IsNil; at = BaseOf(reader, reader.GetTypeDefinition(at)))
            {
                methods.AddRange(reader.GetTypeDefinition(at).GetMethods().Select(reader.GetMethodDefinition).Select(method => new Method(name, reader.GetString(method.Name), visible, Adapter(reader, method))));
            }
        }

        return methods;
    }

    /// <summary>The class a class derives from, where it is of the same assembly; nil elsewhere.</summary>
    private static TypeDefinitionHandle BaseOf(MetadataReader reader, TypeDefinition type) => type.BaseType switch
    {
        { IsNil: false, Kind: HandleKind.TypeDefinition } own => (TypeDefinitionHandle)own,
        { IsNil: false, Kind: HandleKind.TypeSpecification } generic => Open(reader, reader.GetTypeSpecification((TypeSpecificationHandle)generic)) is { IsNil: false, Kind: HandleKind.TypeDefinition } open ? (TypeDefinitionHandle)open : default,
        _ => default,
    };

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
        HandleKind.TypeSpecification => Open(reader, reader.GetTypeSpecification((TypeSpecificationHandle)type)) is { IsNil: false, Kind: HandleKind.TypeReference } open
            ? reader.GetTypeReference((TypeReferenceHandle)open)
            : null,
        _ => null,
    };

    /// <summary>The open type of a generic one, such as the attribute MembershipInferenceTheory of a subject.</summary>
    private static EntityHandle Open(MetadataReader reader, TypeSpecification type)
    {
        BlobReader blob = reader.GetBlobReader(type.Signature);
        return blob.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance && blob.ReadByte() is 0x12 or 0x11 ? blob.ReadTypeHandle() : default;
    }
}
