using Patterns.Local.Services.EventBridge.Events;
using Patterns.Local.Services.EventBridge.Rules;

namespace Patterns.Local.Services.EventBridge.Inputs;

/// <summary>What a target gets of an event.</summary>
internal abstract class TargetInput
{
    public static TargetInput WholeEvent { get; } = new EventInput();

    public abstract string For(BusEvent item, Rule rule);

    private sealed class EventInput : TargetInput
    {
        public override string For(BusEvent item, Rule rule) => item.Text();
    }
}
