using System.Text.Json.Serialization;

namespace Patterns.Testing.Tests.Contracts;

/// <summary>Forms that a value of a contract may have, before and after.</summary>
public static class Forms
{
    public sealed record Holder<T>(T Value);

    /// <summary>What stands for a parameter of a generic type may be null; this may not.</summary>
    public sealed record TextHolder(string Value);

    public sealed record Open(string? Note = null);

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    public sealed record Closed(string? Note = null);
}

/// <summary>A type with variants, and what may become of it.</summary>
public static class Shapes
{
    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(Circle), "circle")]
    [JsonDerivedType(typeof(Square), "square")]
    public abstract record First;

    public sealed record Circle(int Radius) : First;

    public sealed record Square(int Side) : First;

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(ColouredSquare), "square")]
    [JsonDerivedType(typeof(ColouredCircle), "circle")]
    public abstract record Coloured;

    public sealed record ColouredCircle(int Radius, string? Colour = null) : Coloured;

    public sealed record ColouredSquare(int Side, string? Colour = null) : Coloured;

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(MoreCircle), "circle")]
    [JsonDerivedType(typeof(MoreSquare), "square")]
    [JsonDerivedType(typeof(Star), "star")]
    public abstract record More;

    public sealed record MoreCircle(int Radius) : More;

    public sealed record MoreSquare(int Side) : More;

    public sealed record Star(int Points) : More;

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(UnsizedCircle), "circle")]
    [JsonDerivedType(typeof(UnsizedSquare), "square")]
    public abstract record Unsized;

    public sealed record UnsizedCircle(string Colour = "") : Unsized;

    public sealed record UnsizedSquare(int Side) : Unsized;
}
