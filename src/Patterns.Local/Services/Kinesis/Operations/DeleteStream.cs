using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class DeleteStream
{
    public static void Run(KinesisCall call) => call.Service.Delete(call.Stream());
}
