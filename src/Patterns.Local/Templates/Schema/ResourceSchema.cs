namespace Patterns.Local.Templates.Schema;

/// <summary>What the runner knows about a resource type.</summary>
internal sealed record ResourceSchema(string Type, ResourceSupport Support, PropertyRules Properties)
{
    /// <summary>What <c>Fn::GetAtt</c> may ask for; null when the type's attributes are not checked.</summary>
    public IReadOnlyList<string>? Attributes { get; private init; }

    public static ResourceSchema Emulated(string type, params IEnumerable<PropertyRule> rules) =>
        new(type, ResourceSupport.Emulated, new PropertyRules(rules));

    public static ResourceSchema NoLocalMeaning(string type, params IEnumerable<PropertyRule> rules) =>
        new(type, ResourceSupport.NoLocalMeaning, new PropertyRules(rules));

    public ResourceSchema WithAttributes(params IReadOnlyList<string> attributes) => this with { Attributes = attributes };
}
