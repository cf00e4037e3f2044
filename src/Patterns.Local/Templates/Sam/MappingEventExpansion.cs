using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sam;

/// <summary>Turns an event that names a queue or a stream into an event source mapping.</summary>
internal static class MappingEventExpansion
{
    private const string Destinations = "DestinationConfig";

    /// <param name="item">The event.</param>
    /// <param name="source">The property of the event that names the source.</param>
    /// <param name="function">The function that has the event.</param>
    /// <param name="expansion">Takes the mapping.</param>
    public static void Expand(FunctionEvent item, string source, FunctionResource function, Expansion expansion)
    {
        if (item.Properties.Find(source) is not { } found)
        {
            return;
        }

        var entries = item.Properties.Entries
            .Replace(found, found with { Key = "EventSourceArn" })
            .Add(new MappingEntry("FunctionName", item.Location, NodeFactory.Ref(item.Location, function.LogicalId)));
        if (item.Properties.Find(Destinations) is { Value: MappingNode destinations } entry)
        {
            entries = entries.Replace(entry, entry with { Value = WithoutTypes(destinations) });
        }

        expansion.Generate($"{function.LogicalId}{item.Name}", "AWS::Lambda::EventSourceMapping", new MappingNode(item.Location, entries), function);
    }

    // SAM needs the type of a destination for the role; the mapping has the ARN only.
    private static MappingNode WithoutTypes(MappingNode destinations) => new(
        destinations.Location,
        [
            .. destinations.Entries.Select(entry => entry.Value is MappingNode target
                ? entry with { Value = new MappingNode(target.Location, [.. target.Entries.Where(part => part.Key != "Type")]) }
                : entry),
        ]);
}
