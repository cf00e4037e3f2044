using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Patterns.Local.Functions.Handlers;

/// <summary>Reads signatures as text; type parameters of a generic base class appear as what they stand for.</summary>
internal sealed class TypeNames : ISignatureTypeProvider<string, ImmutableArray<string>>
{
    private readonly Dictionary<string, EntityHandle> _definitions = new(StringComparer.Ordinal);

    /// <summary>The generic type that was decoded last.</summary>
    public EntityHandle Definition { get; private set; }

    /// <summary>The arguments of the generic type that was decoded last.</summary>
    public ImmutableArray<string> Arguments { get; private set; } = [];

    public static string Of(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            return $"{Of(reader, (TypeReferenceHandle)type.ResolutionScope)}+{name}";
        }

        return type.Namespace.IsNil ? name : $"{reader.GetString(type.Namespace)}.{name}";
    }

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        Remember(Of(reader, handle), handle);

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        return Remember(type.Namespace.IsNil ? name : $"{reader.GetString(type.Namespace)}.{name}", handle);
    }

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments)
    {
        Definition = _definitions[genericType];
        Arguments = typeArguments;
        return $"{genericType}<{string.Join(',', typeArguments)}>";
    }

    public string GetTypeFromSpecification(MetadataReader reader, ImmutableArray<string> genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetGenericTypeParameter(ImmutableArray<string> genericContext, int index) =>
        index < genericContext.Length ? genericContext[index] : $"!{index}";

    public string GetGenericMethodParameter(ImmutableArray<string> genericContext, int index) => $"!!{index}";

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{shape.Rank}]";

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    public string GetByReferenceType(string elementType) => $"{elementType}&";

    public string GetPointerType(string elementType) => $"{elementType}*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetFunctionPointerType(MethodSignature<string> signature) => $"({string.Join(',', signature.ParameterTypes)})";

    private string Remember(string name, EntityHandle handle)
    {
        _definitions[name] = handle;
        return name;
    }
}
