using Patterns.Local.Services.EventBridge.Events;
using Patterns.Local.Services.EventBridge.Rules;

namespace Patterns.Local.Services.EventBridge.Inputs;

/// <summary>A part of the event; <c>null</c> where the event does not have it.</summary>
internal sealed class PathInput(JsonPath path) : TargetInput
{
    public override string For(BusEvent item, Rule rule) => path.Find(item.Document)?.GetRawText() ?? "null";
}
