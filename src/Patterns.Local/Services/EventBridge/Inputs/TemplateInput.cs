using System.Text.Json;
using Patterns.Local.Services.EventBridge.Events;
using Patterns.Local.Services.EventBridge.Rules;

namespace Patterns.Local.Services.EventBridge.Inputs;

/// <summary>A template with variables from the event. Immutable.</summary>
internal sealed class TemplateInput(IReadOnlyDictionary<string, JsonPath> paths, InputTemplate template) : TargetInput
{
    public override string For(BusEvent item, Rule rule)
    {
        var text = template.Fill(name => Value(name, item, rule));
        return Minified(text);
    }

    private TemplateValue Value(string name, BusEvent item, Rule rule) => name switch
    {
        InputTemplate.RuleArn => TemplateValue.Text(rule.Arn),
        InputTemplate.RuleName => TemplateValue.Text(rule.Name),
        InputTemplate.IngestionTime => TemplateValue.Text(EventJson.TimeText(item.Time)),
        InputTemplate.Event => TemplateValue.Json(item.Document),
        InputTemplate.EventText => TemplateValue.Quoted(item.Text()),
        _ => paths[name].Find(item.Document) is { } value ? TemplateValue.Of(value) : TemplateValue.Text(""),
    };

    // Values that are not escaped may have made it no JSON any more; the target then gets it as it is.
    private static string Minified(string text)
    {
        try
        {
            return JsonSerializer.Serialize(JsonElement.Parse(text, EventJson.ReadOptions), InputJson.Relaxed.JsonElement);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
