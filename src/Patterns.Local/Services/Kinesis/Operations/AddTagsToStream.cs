using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class AddTagsToStream
{
    public static void Run(KinesisCall call)
    {
        var tags = call.Input.TextMap("Tags") ?? throw KinesisErrors.Missing("tags");
        var stream = call.Stream();
        stream.Tags.Set(tags, stream);
    }
}
