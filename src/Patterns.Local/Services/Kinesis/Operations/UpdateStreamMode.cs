using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class UpdateStreamMode
{
    public static void Run(KinesisCall call)
    {
        var mode = StreamJson.ReadMode(call.Input) ?? throw KinesisErrors.Missing("streamModeDetails");
        call.StreamByArn("StreamARN").Mode = mode;
    }
}
