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
            RestApi.AddImplicit(item, function, expansion);
            return;
        }

        expansion.Check(item.Properties, rules, subject, item.Type, item.Location);
        switch (item.Type)
        {
            case EventSchemas.Sqs:
                AddMapping(item, function, expansion);
                break;
            case EventSchemas.Sns:
                new SnsEventExpansion(expansion).Expand(item, function);
                break;
            default:
                new HttpApiEventExpansion(expansion).Expand(item, function);
                break;
        }
    }

    private static void AddMapping(FunctionEvent item, FunctionResource function, Expansion expansion)
    {
        if (item.Properties.Find("Queue") is { } queue)
        {
            var entries = item.Properties.Entries
                .Replace(queue, queue with { Key = "EventSourceArn" })
                .Add(new MappingEntry("FunctionName", item.Location, NodeFactory.Ref(item.Location, function.LogicalId)));
            expansion.Generate($"{function.LogicalId}{item.Name}", "AWS::Lambda::EventSourceMapping", new MappingNode(item.Location, entries), function);
        }
    }
}
