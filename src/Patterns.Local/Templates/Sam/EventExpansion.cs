using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;

namespace Patterns.Local.Templates.Sam;

/// <summary>Turns one event of a function into the plain resources that SAM makes of it.</summary>
internal static class EventExpansion
{
    public static void Expand(FunctionEvent item, FunctionResource function, Expansion expansion)
    {
        var subject = $"event '{item.Name}' of function '{function.LogicalId}'";
        if (EventSchemas.Find(item.Type) is not { } rules)
        {
            expansion.Warnings.Add(item.Location, $"{subject} has the type '{item.Type}', which is not emulated yet: it never fires");
            return;
        }

        expansion.Check(item.Properties, rules, subject, item.Type, item.Location);
        switch (item.Type)
        {
            case EventSchemas.Sqs:
                MappingEventExpansion.Expand(item, "Queue", function, expansion);
                break;
            case EventSchemas.DynamoDb or EventSchemas.Kinesis:
                MappingEventExpansion.Expand(item, "Stream", function, expansion);
                break;
            case EventSchemas.EventBridgeRule or EventSchemas.CloudWatchEvent or EventSchemas.Schedule:
                new RuleEventExpansion(expansion).Expand(item, function);
                break;
            case EventSchemas.ScheduleV2:
                new ScheduleEventExpansion(expansion).Expand(item, function);
                break;
            case EventSchemas.Api:
                new RestApiEventExpansion(expansion).Expand(item, function);
                break;
            case EventSchemas.Sns:
                new SnsEventExpansion(expansion).Expand(item, function);
                break;
            default:
                new HttpApiEventExpansion(expansion).Expand(item, function);
                break;
        }
    }
}
