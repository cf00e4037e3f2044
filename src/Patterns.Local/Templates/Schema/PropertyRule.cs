namespace Patterns.Local.Templates.Schema;

/// <summary>What the runner knows about one property.</summary>
internal sealed record PropertyRule(string Name, PropertyKind Kind, PropertySupport Support = PropertySupport.Emulated)
{
    public bool IsRequired { get; private init; }

    public long Min { get; private init; } = long.MinValue;

    public long Max { get; private init; } = long.MaxValue;

    /// <summary>What the text, or each text of the list, may be.</summary>
    public IReadOnlyList<string>? AllowedValues { get; private init; }

    /// <summary>The rules of a mapping's keys, or of each item's keys when the property is a list.</summary>
    public PropertyRules? Nested { get; init; }

    /// <summary>The rules of each value in a mapping whose keys are names.</summary>
    public PropertyRules? Entries { get; private init; }

    public PropertyRule Required => this with { IsRequired = true };

    public static PropertyRule Any(string name) => new(name, PropertyKind.Any);

    public static PropertyRule Text(string name) => new(name, PropertyKind.Text);

    public static PropertyRule OneOf(string name, params IReadOnlyList<string> values) =>
        new(name, PropertyKind.Text) { AllowedValues = values };

    public static PropertyRule Number(string name, long min, long max) => new(name, PropertyKind.Number) { Min = min, Max = max };

    public static PropertyRule Flag(string name) => new(name, PropertyKind.Flag);

    public static PropertyRule Json(string name) => new(name, PropertyKind.Json);

    public static PropertyRule Map(string name, params IReadOnlyList<PropertyRule> nested) =>
        new(name, PropertyKind.Map) { Nested = Rules(nested) };

    public static PropertyRule MapOf(string name, params IReadOnlyList<PropertyRule> ofEntry) =>
        new(name, PropertyKind.Map) { Entries = Rules(ofEntry) };

    public static PropertyRule List(string name, params IReadOnlyList<PropertyRule> nested) =>
        new(name, PropertyKind.List) { Nested = Rules(nested) };

    public static PropertyRule ListOf(string name, params IReadOnlyList<string> values) =>
        new(name, PropertyKind.List) { AllowedValues = values };

    public static IEnumerable<PropertyRule> NotEmulated(params IEnumerable<string> names) =>
        names.Select(name => new PropertyRule(name, PropertyKind.Any, PropertySupport.NotEmulated));

    public static IEnumerable<PropertyRule> NoLocalMeaning(params IEnumerable<string> names) =>
        names.Select(name => new PropertyRule(name, PropertyKind.Any, PropertySupport.NoLocalMeaning));

    public bool Allows(string value) => AllowedValues?.Contains(value) != false;

    private static PropertyRules? Rules(IReadOnlyList<PropertyRule> nested) => nested.Count == 0 ? null : new PropertyRules(nested);
}
