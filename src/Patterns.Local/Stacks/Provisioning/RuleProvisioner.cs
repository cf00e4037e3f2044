using System.Text.Json;
using System.Text.Json.Nodes;
using Patterns.Local.Services;
using Patterns.Local.Services.EventBridge.Buses;
using Patterns.Local.Services.EventBridge.Rules;
using Patterns.Local.Services.Wire;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Makes a rule with its targets.</summary>
internal sealed class RuleProvisioner(EmulatedAccount account, PhysicalNames names) : IResourceProvisioner
{
    private const int LongestName = 64;

    public string Type => "AWS::Events::Rule";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var bus = account.Events.Buses.Get(properties.Text("EventBusName"));
        var targets = Targets(properties);
        var rule = Put(bus, properties.Text("Name") ?? names.For(resource.LogicalId, LongestName), properties);
        account.Events.Rules.PutTargets(bus, rule.Name, Reachable(rule, targets));
        account.Ticks.Name(rule.Arn, resource.LogicalId);
        return Task.FromResult(new ProvisionedResource(bus.IsDefault ? rule.Name : $"{bus.Name}|{rule.Name}")
        {
            Name = $"{Describe(rule)} -> {string.Join(", ", rule.Targets.Values.Select(target => target.Arn))}",
            Attributes = new Dictionary<string, string> { ["Arn"] = rule.Arn },
        });
    }

    private Rule Put(EventBus bus, string name, ResourceProperties properties)
    {
        try
        {
            return account.Events.Rules.Put(bus, name, new RuleSettings
            {
                PatternText = properties.JsonText("EventPattern"),
                Schedule = properties.Text("ScheduleExpression"),
                IsEnabled = properties.Text("State") != "DISABLED",
                Description = properties.Text("Description"),
            });
        }
        catch (AwsException error) when (Blamed(error) is { } property && properties.Has(property))
        {
            throw properties.Mistake(property, $"rule '{name}' was refused: {error.Message.TrimEnd('.')}");
        }
    }

    private static string? Blamed(AwsException error) =>
        error.Code == "InvalidEventPatternException" ? "EventPattern"
        : error.Message.Contains("ScheduleExpression", StringComparison.Ordinal) ? "ScheduleExpression"
        : null;

    private static List<RuleTarget> Targets(ResourceProperties properties) =>
        [.. (properties.Json("Targets") as JsonArray ?? []).Select(target => TargetReader.Read(new JsonMembers(JsonElement.Parse(RequestScalars.Converted("", target)!.ToJsonString()))))];

    private List<RuleTarget> Reachable(Rule rule, List<RuleTarget> targets)
    {
        var reachable = targets.FindAll(target => account.CanDeliverTo(target.Arn));
        foreach (var target in targets.Except(reachable))
        {
            account.Notice($"The rule {rule.Name} has the target {target.Arn}, whose service is not emulated: it gets nothing.");
        }

        return reachable;
    }

    private static string Describe(Rule rule) => rule.Settings.Schedule ?? (rule.Bus.IsDefault ? rule.Name : $"{rule.Bus.Name} {rule.Name}");
}
