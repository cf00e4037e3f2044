using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;
using Patterns.Local.Templates.Sections;

namespace Patterns.Local.Templates.Sam;

/// <summary>Turns the events of a state machine into the rules and schedules that SAM makes of them.</summary>
internal sealed class StateMachineEventExpansion(Expansion expansion)
{
    private static readonly string[] s_types =
        [EventSchemas.Api, EventSchemas.CloudWatchEvent, EventSchemas.EventBridgeRule, EventSchemas.Schedule, EventSchemas.ScheduleV2];

    public void Expand(StackResource machine, MappingNode? events)
    {
        foreach (var entry in events?.Entries ?? [])
        {
            ExpandEvent(entry, machine);
        }
    }

    private void ExpandEvent(MappingEntry entry, StackResource machine)
    {
        var subject = $"event '{entry.Key}' of state machine '{machine.LogicalId}'";
        if (entry.Value is not MappingNode body || body["Type"] is not ScalarNode type)
        {
            expansion.Diagnostics.Add(entry.KeyLocation, $"{subject} needs the key 'Type'", "for example 'Type: Schedule'");
        }
        else if (!s_types.Contains(type.Text))
        {
            expansion.Diagnostics.Add(type.Location, $"{subject} has the unknown type '{type}'", Suggestion.For(type.Text, s_types));
        }
        else if (type.Text == EventSchemas.Api || EventSchemas.Find(type.Text) is not { } rules)
        {
            expansion.Warnings.Add(entry.KeyLocation, $"{subject} has the type '{type}', which is not emulated yet: it never fires");
        }
        else
        {
            var properties = new NodeReader(body, subject, expansion.Diagnostics).Mapping("Properties") ?? MappingNode.Empty(entry.KeyLocation);
            expansion.Check(properties, rules, subject, type.Text, entry.KeyLocation);
            Expand(new FunctionEvent(entry.Key, type.Text, properties, entry.KeyLocation) { IsEmulated = true }, machine);
        }
    }

    private void Expand(FunctionEvent item, StackResource machine)
    {
        if (item.Type == EventSchemas.ScheduleV2)
        {
            new ScheduleEventExpansion(expansion).Expand(item, machine);
        }
        else
        {
            new RuleEventExpansion(expansion).Expand(item, machine);
        }
    }
}
