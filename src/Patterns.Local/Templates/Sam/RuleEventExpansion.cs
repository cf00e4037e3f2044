using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sam;

/// <summary>Turns an event of a bus or a plain schedule into a rule with the function as its target.</summary>
internal sealed class RuleEventExpansion(Expansion expansion)
{
    public void Expand(FunctionEvent item, FunctionResource function)
    {
        var id = $"{function.LogicalId}{item.Name}";
        var rule = NodeFactory.Map(
            item.Location,
            ("Name", item.Properties["RuleName"] ?? item.Properties["Name"]),
            ("Description", item.Properties["Description"]),
            ("EventBusName", item.Properties["EventBusName"]),
            ("EventPattern", item.Properties["Pattern"]),
            ("ScheduleExpression", item.Properties["Schedule"]),
            ("State", State(item)),
            ("Targets", NodeFactory.List(item.Location, Target(item, function, id))));
        expansion.Generate(id, "AWS::Events::Rule", rule, function);
        var permission = NodeFactory.Map(
            item.Location,
            ("Action", NodeFactory.Text(item.Location, "lambda:InvokeFunction")),
            ("FunctionName", NodeFactory.Ref(item.Location, function.LogicalId)),
            ("Principal", NodeFactory.Text(item.Location, "events.amazonaws.com")),
            ("SourceArn", NodeFactory.GetAtt(item.Location, id, "Arn")));
        expansion.Generate($"{id}Permission", "AWS::Lambda::Permission", permission, function);
    }

    private MappingNode Target(FunctionEvent item, FunctionResource function, string id) => NodeFactory.Map(
        item.Location,
        ("Arn", NodeFactory.GetAtt(item.Location, function.LogicalId, "Arn")),
        ("Id", (item.Properties["Target"] as MappingNode)?["Id"] ?? NodeFactory.Text(item.Location, $"{id}LambdaTarget")),
        ("Input", item.Properties["Input"]),
        ("InputPath", item.Properties["InputPath"]),
        ("InputTransformer", item.Properties["InputTransformer"]),
        ("DeadLetterConfig", new EventDeadLetters(expansion).Config(item, function)),
        ("RetryPolicy", item.Properties["RetryPolicy"]));

    private static TemplateNode? State(FunctionEvent item) => item.Properties["State"] ?? item.Properties["Enabled"] switch
    {
        ScalarNode { Text: "false" } enabled => NodeFactory.Text(enabled.Location, "DISABLED"),
        _ => null,
    };
}
