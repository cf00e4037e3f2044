using System.Globalization;
using System.Text.Json.Nodes;
using Patterns.Local.Templates;
using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Stacks;

/// <summary>The evaluated properties of one resource.</summary>
internal sealed class ResourceProperties(MappingNode properties, TemplateEvaluator evaluator, IReferenceResolver references)
{
    public IEnumerable<string> Names => properties.Keys;

    public bool Has(string name) => properties[name] is not null;

    /// <summary>Where the property stands, or the resource when it is absent.</summary>
    public SourceLocation LocationOf(string name) => properties.Find(name)?.KeyLocation ?? properties.Location;

    public JsonNode? Json(string name) => properties[name] is { } node ? evaluator.Evaluate(node, references) : null;

    /// <summary>A scalar as CloudFormation hands it to a service; null when it is absent.</summary>
    public string? Text(string name) => Json(name) is { } value ? AsText(value) : null;

    /// <exception cref="TemplateException">The property has no value.</exception>
    public string Required(string name) => Text(name) ?? throw Mistake(name, $"'{name}' has no value");

    public int? Number(string name) => Text(name) is { } text ? ParseNumber(name, text) : null;

    /// <exception cref="TemplateException">The property is no number.</exception>
    public double? Real(string name) => Text(name) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number
        : throw Mistake(name, $"'{name}' must be a number from 0 up, and this is '{text}'");

    public bool? Flag(string name) => Text(name) is { } text ? text == "true" : null;

    public TimeSpan? Seconds(string name) => Number(name) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>A property that is JSON text for the service; written as a mapping or as text.</summary>
    public string? JsonText(string name) => Json(name) switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var value => value.ToJsonString(),
    };

    public IReadOnlyList<string> Texts(string name) => Json(name) is JsonArray items ? [.. items.Select(item => AsText(item!))] : [];

    public IReadOnlyDictionary<string, string> TextMap(string name) =>
        Json(name) is JsonObject map ? map.ToDictionary(pair => pair.Key, pair => AsText(pair.Value)) : [];

    /// <summary>The properties of a mapping inside of these; null when it is absent.</summary>
    public ResourceProperties? Map(string name) =>
        properties[name] is MappingNode mapping ? new ResourceProperties(mapping, evaluator, references) : null;

    public IEnumerable<ResourceProperties> Maps(string name) => properties[name] is SequenceNode items
        ? items.Items.OfType<MappingNode>().Select(item => new ResourceProperties(item, evaluator, references))
        : [];

    public TemplateException Mistake(string name, string message, string? hint = null) =>
        new([new Diagnostic(LocationOf(name), message, hint)]);

    private static string AsText(JsonNode? value) => value switch
    {
        null => "",
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => text,
        _ => value.ToJsonString(),
    };

    private int ParseNumber(string name, string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Mistake(name, $"'{name}' must be a whole number, and this is '{text}'");
}
