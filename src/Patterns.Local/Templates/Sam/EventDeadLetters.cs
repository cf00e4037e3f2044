using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sam;

/// <summary>The dead-letter queue of a rule or schedule: one that the template has, or one that SAM makes.</summary>
internal sealed class EventDeadLetters(Expansion expansion)
{
    public MappingNode? Config(FunctionEvent item, FunctionResource function)
    {
        if (item.Properties["DeadLetterConfig"] is not MappingNode config)
        {
            return null;
        }

        if (config["Arn"] is { } arn)
        {
            return NodeFactory.Map(config.Location, ("Arn", arn));
        }

        if (config["Type"] is null)
        {
            expansion.Diagnostics.Add(config.Location, $"'DeadLetterConfig' of event '{item.Name}' needs the property 'Arn' or 'Type'", "'Type: SQS' makes a queue");
            return null;
        }

        var queue = (config["QueueLogicalId"] as ScalarNode)?.Text ?? $"{function.LogicalId}{item.Name}Queue";
        expansion.Generate(queue, "AWS::SQS::Queue", MappingNode.Empty(config.Location), function);
        return NodeFactory.Map(config.Location, ("Arn", NodeFactory.GetAtt(config.Location, queue, "Arn")));
    }
}
