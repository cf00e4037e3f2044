using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sam;

/// <summary>Says what becomes of the events of a state machine.</summary>
internal sealed class StateMachineEventExpansion(Expansion expansion)
{
    private static readonly string[] s_types = ["Api", "CloudWatchEvent", "EventBridgeRule", "Schedule", "ScheduleV2"];

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
        else
        {
            expansion.Warnings.Add(entry.KeyLocation, $"{subject} has the type '{type}', which is not emulated yet: it never fires");
        }
    }
}
