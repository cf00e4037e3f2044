using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sam;

/// <summary>Turns <c>EventInvokeConfig</c> into a resource of its own, and makes the destinations that it leaves to SAM.</summary>
/// <remarks>A resource of its own, because two functions may be each other's destination.</remarks>
internal sealed class EventInvokeConfigExpansion(Expansion expansion)
{
    public void Expand(FunctionResource function, MappingNode? config)
    {
        if (config is null)
        {
            return;
        }

        var properties = NodeFactory.Map(
            config.Location,
            ("FunctionName", NodeFactory.Ref(config.Location, function.LogicalId)),
            ("Qualifier", NodeFactory.Text(config.Location, "$LATEST")),
            ("MaximumEventAgeInSeconds", config["MaximumEventAgeInSeconds"]),
            ("MaximumRetryAttempts", config["MaximumRetryAttempts"]),
            ("DestinationConfig", Destinations(function, config["DestinationConfig"] as MappingNode)));
        expansion.Generate($"{function.LogicalId}EventInvokeConfig", "AWS::Lambda::EventInvokeConfig", properties, function);
    }

    private MappingNode? Destinations(FunctionResource function, MappingNode? config) => config is null
        ? null
        : NodeFactory.Map(
            config.Location,
            ("OnFailure", Destination(function, "OnFailure", config["OnFailure"] as MappingNode)),
            ("OnSuccess", Destination(function, "OnSuccess", config["OnSuccess"] as MappingNode)));

    private MappingNode? Destination(FunctionResource function, string outcome, MappingNode? config)
    {
        if (config is null)
        {
            return null;
        }

        var target = config["Destination"] ?? (TemplateNode?)Generated(function, outcome, config);
        return target is null ? null : NodeFactory.Map(config.Location, ("Destination", target));
    }

    private IntrinsicNode? Generated(FunctionResource function, string outcome, MappingNode config)
    {
        var prefix = $"{function.LogicalId}EventInvokeConfig{outcome}";
        switch ((config["Type"] as ScalarNode)?.Text)
        {
            case "SQS":
                expansion.Generate($"{prefix}Queue", "AWS::SQS::Queue", MappingNode.Empty(config.Location), function);
                return NodeFactory.GetAtt(config.Location, $"{prefix}Queue", "Arn");
            case "SNS":
                expansion.Generate($"{prefix}Topic", "AWS::SNS::Topic", MappingNode.Empty(config.Location), function);
                return NodeFactory.Ref(config.Location, $"{prefix}Topic");
            default:
                expansion.Diagnostics.Add(config.Location, $"'{outcome}' of function '{function.LogicalId}' needs the property 'Destination'", "only the types SQS and SNS are made by SAM");
                return null;
        }
    }
}
