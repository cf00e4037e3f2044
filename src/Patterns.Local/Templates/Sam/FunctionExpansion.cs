using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;
using Patterns.Local.Templates.Sections;

namespace Patterns.Local.Templates.Sam;

/// <summary>Turns <c>AWS::Serverless::Function</c> into a function, its triggers and what else SAM generates for it.</summary>
internal sealed class FunctionExpansion(Expansion expansion)
{
    private static readonly string[] Renamed = ["AutoPublishAlias", "CodeUri", "DeadLetterQueue", "EventInvokeConfig", "Events", "FunctionUrlConfig"];

    public void Expand(ResourceDeclaration declaration)
    {
        var source = declaration.Properties;
        if (new FunctionReader(expansion).Read(declaration, PlainProperties(source), source.Find("CodeUri")) is not { } function)
        {
            return;
        }

        function = function with { Events = ReadEvents(declaration) };
        expansion.Add(function);
        AddRole(function, source);
        AddUrl(function, source);
        new EventInvokeConfigExpansion(expansion).Expand(function, source["EventInvokeConfig"] as MappingNode);
        foreach (var item in function.Events)
        {
            EventExpansion.Expand(item, function, expansion);
        }
    }

    private static MappingNode PlainProperties(MappingNode source)
    {
        var kept = source.Entries.Where(entry => !Renamed.Contains(entry.Key)).ToList();
        if (source.Find("DeadLetterQueue") is { Value: MappingNode queue } entry && queue["TargetArn"] is { } target)
        {
            kept.Add(entry with { Key = "DeadLetterConfig", Value = NodeFactory.Map(queue.Location, ("TargetArn", target)) });
        }

        return new MappingNode(source.Location, [.. kept]);
    }

    private void AddRole(FunctionResource function, MappingNode source)
    {
        if (source["Role"] is null)
        {
            expansion.Generate($"{function.LogicalId}Role", "AWS::IAM::Role", MappingNode.Empty(function.Location), function);
        }
    }

    private void AddUrl(FunctionResource function, MappingNode source)
    {
        if (source["FunctionUrlConfig"] is MappingNode config)
        {
            var target = NodeFactory.GetAtt(config.Location, function.LogicalId, "Arn");
            var url = NodeFactory.Map(config.Location, [("TargetFunctionArn", target), .. config.Entries.Select(entry => (entry.Key, (TemplateNode?)entry.Value))]);
            expansion.Generate($"{function.LogicalId}Url", FunctionUrlSchemas.Url.Type, url, function);
        }
    }

    private List<FunctionEvent> ReadEvents(ResourceDeclaration declaration)
    {
        var events = declaration.Properties["Events"] as MappingNode ?? MappingNode.Empty(declaration.Location);
        return [.. events.Entries.Select(entry => ReadEvent(entry, declaration.LogicalId)).OfType<FunctionEvent>()];
    }

    private FunctionEvent? ReadEvent(MappingEntry entry, string function)
    {
        var subject = $"event '{entry.Key}' of function '{function}'";
        if (entry.Value is not MappingNode body)
        {
            expansion.Diagnostics.Add(entry.Value.Location, $"{subject} must be a mapping with the key 'Type', and this is {entry.Value.Kind}");
            return null;
        }

        var reader = new NodeReader(body, subject, expansion.Diagnostics);
        if (body["Type"] is null)
        {
            expansion.Diagnostics.Add(entry.KeyLocation, $"{subject} needs the key 'Type'", "for example 'Type: SQS'");
        }

        return reader.Text("Type") is { } type && IsKnown(type, subject, body["Type"]!.Location)
            ? new FunctionEvent(entry.Key, type, reader.Mapping("Properties") ?? MappingNode.Empty(entry.KeyLocation), entry.KeyLocation)
            {
                IsEmulated = EventSchemas.Find(type) is not null,
            }
            : null;
    }

    private bool IsKnown(string type, string subject, SourceLocation location)
    {
        if (EventSchemas.Types.Contains(type))
        {
            return true;
        }

        expansion.Diagnostics.Add(location, $"{subject} has the unknown type '{type}'", Suggestion.For(type, EventSchemas.Types));
        return false;
    }
}
