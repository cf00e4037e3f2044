using System.Text;

namespace Patterns.Sources.Internal;

internal static class AttributeTypes
{
    /// <exception cref="FormatException">DynamoDB has no such type.</exception>
    public static AttributeType Parse(ReadOnlySpan<byte> name) => name switch
    {
        [(byte)'S'] => AttributeType.Text,
        [(byte)'N'] => AttributeType.Number,
        [(byte)'B'] => AttributeType.Binary,
        [(byte)'M'] => AttributeType.Map,
        [(byte)'L'] => AttributeType.List,
        [(byte)'S', (byte)'S'] => AttributeType.TextSet,
        [(byte)'B', (byte)'S'] => AttributeType.TextSet,
        [(byte)'N', (byte)'S'] => AttributeType.NumberSet,
        [(byte)'B', (byte)'O', (byte)'O', (byte)'L'] => AttributeType.Boolean,
        [(byte)'N', (byte)'U', (byte)'L', (byte)'L'] => AttributeType.Null,
        _ => throw new FormatException($"'{Encoding.UTF8.GetString(name[..Math.Min(name.Length, 20)])}' is no type of a table attribute."),
    };
}
