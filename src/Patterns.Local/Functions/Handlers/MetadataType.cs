using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Patterns.Local.Functions.Handlers;

/// <summary>A type of an assembly, with the names of its type arguments where it is generic.</summary>
internal sealed record MetadataType(AssemblyMetadata Assembly, TypeDefinitionHandle Handle, ImmutableArray<string> Arguments);
