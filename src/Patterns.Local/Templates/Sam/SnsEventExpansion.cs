using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;

namespace Patterns.Local.Templates.Sam;

/// <summary>Turns an SNS event into a subscription, either straight to the function or through a queue.</summary>
internal sealed class SnsEventExpansion(Expansion expansion)
{
    private static readonly PropertyRules QueueRules = new(
    [
        PropertyRule.Any("QueueArn").Required,
        PropertyRule.Any("QueueUrl").Required,
        PropertyRule.Number("BatchSize", 1, 10_000),
        PropertyRule.Flag("Enabled"),
        .. PropertyRule.NoLocalMeaning("QueuePolicyLogicalId"),
    ]);

    public void Expand(FunctionEvent item, FunctionResource function)
    {
        switch (item.Properties["SqsSubscription"])
        {
            case null or ScalarNode { Text: "false" }:
                SubscribeFunction(item, function);
                break;
            case ScalarNode { Text: "true" } wanted:
                SubscribeNewQueue(item, function, wanted.Location);
                break;
            case MappingNode queue:
                SubscribeQueue(item, function, queue);
                break;
            case var other:
                expansion.Diagnostics.Add(other.Location, $"'SqsSubscription' of event '{item.Name}' must be true, false or a mapping, and this is {other.Kind}");
                break;
        }
    }

    private void SubscribeFunction(FunctionEvent item, FunctionResource function)
    {
        var id = $"{function.LogicalId}{item.Name}";
        var arn = NodeFactory.GetAtt(item.Location, function.LogicalId, "Arn");
        Subscribe(item, function, "lambda", arn);
        var permission = NodeFactory.Map(
            item.Location,
            ("Action", NodeFactory.Text(item.Location, "lambda:InvokeFunction")),
            ("FunctionName", NodeFactory.Ref(item.Location, function.LogicalId)),
            ("Principal", NodeFactory.Text(item.Location, "sns.amazonaws.com")),
            ("SourceArn", item.Properties["Topic"]));
        expansion.Generate($"{id}Permission", "AWS::Lambda::Permission", permission, function);
    }

    private void SubscribeNewQueue(FunctionEvent item, FunctionResource function, SourceLocation location)
    {
        var queue = $"{function.LogicalId}{item.Name}Queue";
        expansion.Generate(queue, "AWS::SQS::Queue", MappingNode.Empty(location), function);
        Connect(item, function, NodeFactory.GetAtt(location, queue, "Arn"), batchSize: null, enabled: null);
    }

    private void SubscribeQueue(FunctionEvent item, FunctionResource function, MappingNode queue)
    {
        expansion.Check(queue, QueueRules, $"'SqsSubscription' of event '{item.Name}'", "SqsSubscription", queue.Location);
        if (queue["QueueArn"] is { } arn)
        {
            Connect(item, function, arn, queue["BatchSize"], queue["Enabled"]);
        }
    }

    private void Connect(FunctionEvent item, FunctionResource function, TemplateNode queueArn, TemplateNode? batchSize, TemplateNode? enabled)
    {
        Subscribe(item, function, "sqs", queueArn);
        var mapping = NodeFactory.Map(
            item.Location,
            ("EventSourceArn", queueArn),
            ("FunctionName", NodeFactory.Ref(item.Location, function.LogicalId)),
            ("BatchSize", batchSize ?? NodeFactory.Number(item.Location, 10)),
            ("Enabled", enabled ?? NodeFactory.Flag(item.Location, flag: true)));
        expansion.Generate($"{function.LogicalId}{item.Name}EventSourceMapping", "AWS::Lambda::EventSourceMapping", mapping, function);
    }

    private void Subscribe(FunctionEvent item, FunctionResource function, string protocol, TemplateNode endpoint)
    {
        var subscription = NodeFactory.Map(
            item.Location,
            ("TopicArn", item.Properties["Topic"]),
            ("Protocol", NodeFactory.Text(item.Location, protocol)),
            ("Endpoint", endpoint),
            ("FilterPolicy", item.Properties["FilterPolicy"]),
            ("FilterPolicyScope", item.Properties["FilterPolicyScope"]),
            ("RedrivePolicy", item.Properties["RedrivePolicy"]));
        expansion.Generate($"{function.LogicalId}{item.Name}", "AWS::SNS::Subscription", subscription, function);
    }
}
