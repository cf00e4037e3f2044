using System.Text.Json;
using Patterns.Local.Services.EventBridge.Buses;
using Patterns.Local.Services.EventBridge.Rules;

namespace Patterns.Local.Services.EventBridge.Wire;

/// <summary>Writes what buses and rules are.</summary>
internal static class EventBridgeJson
{
    public static void WriteBus(Utf8JsonWriter json, EventBus bus)
    {
        json.WriteString("Arn", bus.Arn);
        json.WriteString("Name", bus.Name);
        WriteText(json, "Description", bus.Description);
        json.WriteNumber("CreationTime", bus.Created.ToUnixTimeMilliseconds() / 1000.0);
        json.WriteNumber("LastModifiedTime", bus.Created.ToUnixTimeMilliseconds() / 1000.0);
    }

    public static void WriteRule(Utf8JsonWriter json, Rule rule)
    {
        var settings = rule.Settings;
        json.WriteString("Arn", rule.Arn);
        json.WriteString("Name", rule.Name);
        json.WriteString("EventBusName", rule.Bus.Name);
        json.WriteString("State", settings.IsEnabled ? "ENABLED" : "DISABLED");
        WriteText(json, "EventPattern", settings.PatternText);
        WriteText(json, "ScheduleExpression", settings.Schedule);
        WriteText(json, "Description", settings.Description);
        WriteText(json, "RoleArn", settings.RoleArn);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }
}
