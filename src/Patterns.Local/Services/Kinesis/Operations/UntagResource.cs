using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class UntagResource
{
    public static void Run(KinesisCall call)
    {
        var keys = call.Input.Texts("TagKeys") ?? throw KinesisErrors.Missing("tagKeys");
        call.StreamByArn("ResourceARN").Tags.Remove(keys);
    }
}
