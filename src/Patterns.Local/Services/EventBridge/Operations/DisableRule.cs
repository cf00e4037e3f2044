using Patterns.Local.Services.EventBridge.Wire;

namespace Patterns.Local.Services.EventBridge.Operations;

internal static class DisableRule
{
    public static void Run(EventBridgeCall call)
    {
        call.Service.Rules.Enable(call.Bus(), call.Required("Name"), isEnabled: false);
    }
}
