using Patterns.Local.Services.EventBridge.Wire;

namespace Patterns.Local.Services.EventBridge.Operations;

internal static class DeleteRule
{
    public static void Run(EventBridgeCall call)
    {
        call.Service.Rules.Delete(call.Bus(), call.Required("Name"));
    }
}
