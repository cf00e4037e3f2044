using Patterns.Local.Services.EventBridge.Events;
using Patterns.Local.Services.EventBridge.Rules;

namespace Patterns.Local.Services.EventBridge.Inputs;

/// <summary>The same JSON for every event.</summary>
internal sealed class ConstantInput(string text) : TargetInput
{
    public override string For(BusEvent item, Rule rule) => text;
}
