using Patterns.Local.Services.Kinesis.Storage;
using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class CreateStream
{
    public static void Run(KinesisCall call) => call.Service.Create(new StreamSettings(call.Input.Required("StreamName"))
    {
        Mode = StreamJson.ReadMode(call.Input) ?? StreamMode.Provisioned,
        ShardCount = call.Input.Number("ShardCount"),
        MaxRecordKibibytes = call.Input.Number("MaxRecordSizeInKiB") ?? KinesisLimits.SmallestMaxRecordKibibytes,
        Tags = call.Input.TextMap("Tags") ?? [],
    });
}
