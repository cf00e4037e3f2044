using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;

namespace Patterns.Local.Functions.Handlers;

/// <summary>The methods of a type and of the classes that it derives from, in whatever assembly of the folder they are.</summary>
internal sealed class TypeMethods
{
    private readonly AssemblySet _assemblies;
    private readonly List<MetadataMethod> _methods = [];

    public TypeMethods(AssemblySet assemblies, MetadataType type)
    {
        _assemblies = assemblies;
        for (MetadataType? current = type; current is not null; current = BaseOf(current))
        {
            AddMethods(current, isInherited: current != type);
        }
    }

    /// <summary>False when a base class comes from outside of the folder, so that not all methods are known.</summary>
    public bool IsComplete { get; private set; } = true;

    public IReadOnlyList<MetadataMethod> Named(string name) => _methods.FindAll(method => method.Name == name);

    public IEnumerable<string> PublicNames() => from method in _methods where method.IsPublic select method.Name;

    private void AddMethods(MetadataType type, bool isInherited)
    {
        var reader = type.Assembly.Reader;
        foreach (var handle in reader.GetTypeDefinition(type.Handle).GetMethods())
        {
            var method = reader.GetMethodDefinition(handle);
            var access = method.Attributes & MethodAttributes.MemberAccessMask;
            var isHidden = method.Attributes.HasFlag(MethodAttributes.SpecialName) || (isInherited && access == MethodAttributes.Private);
            if (!isHidden)
            {
                AddMethod(reader.GetString(method.Name), method.DecodeSignature(new TypeNames(), type.Arguments), access == MethodAttributes.Public);
            }
        }
    }

    private void AddMethod(string name, MethodSignature<string> signature, bool isPublic)
    {
        var parameters = string.Join(',', signature.ParameterTypes);
        if (!_methods.Exists(known => known.Name == name && known.Signature == parameters))
        {
            _methods.Add(new MetadataMethod(name, parameters, signature.ParameterTypes.Length, isPublic));
        }
    }

    private MetadataType? BaseOf(MetadataType type)
    {
        var reader = type.Assembly.Reader;
        var handle = reader.GetTypeDefinition(type.Handle).BaseType;
        if (handle.IsNil)
        {
            return null;
        }

        var arguments = ImmutableArray<string>.Empty;
        if (handle.Kind == HandleKind.TypeSpecification)
        {
            var names = new TypeNames();
            reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(names, type.Arguments);
            (handle, arguments) = (names.Definition, names.Arguments);
        }

        return handle.Kind == HandleKind.TypeDefinition
            ? new MetadataType(type.Assembly, (TypeDefinitionHandle)handle, arguments)
            : Resolve(reader, (TypeReferenceHandle)handle, arguments);
    }

    private MetadataType? Resolve(MetadataReader reader, TypeReferenceHandle handle, ImmutableArray<string> arguments)
    {
        var name = TypeNames.Of(reader, handle);
        if (name == "System.Object")
        {
            return null;
        }

        var scope = reader.GetTypeReference(handle).ResolutionScope;
        var assembly = scope.Kind == HandleKind.AssemblyReference
            ? _assemblies.Find(reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name))
            : null;
        var found = assembly?.FindType(name);
        IsComplete = found is not null;
        return found is null ? null : found with { Arguments = arguments };
    }
}
