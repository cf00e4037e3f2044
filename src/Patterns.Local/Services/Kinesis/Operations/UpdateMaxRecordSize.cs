using Patterns.Local.Services.Kinesis.Storage;
using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class UpdateMaxRecordSize
{
    public static void Run(KinesisCall call)
    {
        var size = call.Input.RequiredNumber("MaxRecordSizeInKiB");
        StreamSettings.CheckRecordSize(size);
        call.StreamByArn("StreamARN").MaxRecordKibibytes = size;
    }
}
