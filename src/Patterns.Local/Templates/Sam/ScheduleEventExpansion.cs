using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sam;

/// <summary>Turns <c>ScheduleV2</c> into a schedule of EventBridge Scheduler with the function as its target.</summary>
internal sealed class ScheduleEventExpansion(Expansion expansion)
{
    private static readonly string[] s_same =
        ["GroupName", "Description", "ScheduleExpression", "ScheduleExpressionTimezone", "StartDate", "EndDate", "State", "KmsKeyArn"];

    public void Expand(FunctionEvent item, FunctionResource function)
    {
        var id = $"{function.LogicalId}{item.Name}";
        var target = NodeFactory.Map(
            item.Location,
            ("Arn", NodeFactory.GetAtt(item.Location, function.LogicalId, "Arn")),
            ("RoleArn", item.Properties["RoleArn"] ?? Role(id, item, function)),
            ("Input", item.Properties["Input"]),
            ("DeadLetterConfig", new EventDeadLetters(expansion).Config(item, function)),
            ("RetryPolicy", item.Properties["RetryPolicy"]));
        IEnumerable<(string, TemplateNode?)> same = s_same.Select(name => (name, item.Properties[name]));
        var schedule = NodeFactory.Map(item.Location, [.. same, ("Name", Name(id, item)), ("FlexibleTimeWindow", Window(item)), ("Target", target)]);
        expansion.Generate(id, "AWS::Scheduler::Schedule", schedule, function);
    }

    private IntrinsicNode Role(string id, FunctionEvent item, FunctionResource function)
    {
        expansion.Generate($"{id}Role", "AWS::IAM::Role", MappingNode.Empty(item.Location), function);
        return NodeFactory.GetAtt(item.Location, $"{id}Role", "Arn");
    }

    // SAM calls it by its place in the template.
    private static TemplateNode? Name(string id, FunctionEvent item) =>
        item.Properties["Name"] ?? (item.Properties["OmitName"] is ScalarNode { Text: "true" } ? null : NodeFactory.Text(item.Location, id));

    private static TemplateNode Window(FunctionEvent item) =>
        item.Properties["FlexibleTimeWindow"] ?? NodeFactory.Map(item.Location, ("Mode", NodeFactory.Text(item.Location, "OFF")));
}
