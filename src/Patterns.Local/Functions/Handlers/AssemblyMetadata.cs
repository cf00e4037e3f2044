using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Patterns.Local.Functions.Handlers;

/// <summary>The types of one assembly.</summary>
internal sealed class AssemblyMetadata : IDisposable
{
    private readonly PEReader _file;
    private readonly Dictionary<string, TypeDefinitionHandle> _types = new(StringComparer.Ordinal);

    public AssemblyMetadata(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        Reader = _file.GetMetadataReader();
        foreach (var handle in Reader.TypeDefinitions)
        {
            _types[FullName(handle)] = handle;
        }
    }

    public MetadataReader Reader { get; }

    public MetadataType? FindType(string fullName) =>
        _types.TryGetValue(fullName, out var handle) ? new MetadataType(this, handle, []) : null;

    /// <summary>The public classes that a handler could name.</summary>
    public IEnumerable<string> HandlerTypes()
    {
        foreach (var (name, handle) in _types)
        {
            var type = Reader.GetTypeDefinition(handle);
            var visibility = type.Attributes & TypeAttributes.VisibilityMask;
            var isInstantiable = !type.Attributes.HasFlag(TypeAttributes.Abstract) || type.Attributes.HasFlag(TypeAttributes.Sealed);
            if (visibility is TypeAttributes.Public or TypeAttributes.NestedPublic && isInstantiable && type.GetGenericParameters().Count == 0)
            {
                yield return name;
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private string FullName(TypeDefinitionHandle handle)
    {
        var type = Reader.GetTypeDefinition(handle);
        var name = Reader.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer)
        {
            return $"{FullName(outer)}+{name}";
        }

        return type.Namespace.IsNil ? name : $"{Reader.GetString(type.Namespace)}.{name}";
    }
}
