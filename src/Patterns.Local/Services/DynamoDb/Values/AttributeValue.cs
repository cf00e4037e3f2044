namespace Patterns.Local.Services.DynamoDb.Values;

/// <summary>The value of one attribute. Immutable; equal when type and content are, whatever the order in a set or map.</summary>
internal abstract class AttributeValue : IEquatable<AttributeValue>
{
    /// <summary>How deep an attribute may nest: its own value is level 1.</summary>
    public const int MaxDepth = 32;

    public abstract AttributeType Type { get; }

    /// <summary>The size in bytes as the service counts it, without the attribute's name.</summary>
    public abstract int Size { get; }

    /// <summary>The levels of nesting in the value; 1 for a scalar, a set, or an empty list or map.</summary>
    public virtual int Depth => 1;

    public abstract bool Equals(AttributeValue? other);

    public abstract override int GetHashCode();

    public sealed override bool Equals(object? obj) => Equals(obj as AttributeValue);
}
