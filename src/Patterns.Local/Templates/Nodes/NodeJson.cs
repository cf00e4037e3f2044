using System.Text.Json.Nodes;

namespace Patterns.Local.Templates.Nodes;

/// <summary>Writes a value without calls as JSON.</summary>
internal static class NodeJson
{
    public static JsonNode? ToJson(TemplateNode node) => node switch
    {
        ScalarNode { ScalarKind: ScalarKind.String } scalar => JsonValue.Create(scalar.Text),
        ScalarNode { ScalarKind: ScalarKind.Null } or NoValueNode => null,
        ScalarNode scalar => JsonNode.Parse(scalar.Text),
        SequenceNode sequence => new JsonArray([.. sequence.Items.Select(ToJson)]),
        MappingNode mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key, ToJson(entry.Value)))),
        _ => throw new InvalidOperationException($"{node.Location}: {node.Kind} has no value yet."),
    };
}
