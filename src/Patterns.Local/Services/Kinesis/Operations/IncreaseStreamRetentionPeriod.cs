using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class IncreaseStreamRetentionPeriod
{
    public static void Run(KinesisCall call)
    {
        var hours = RetentionHours.Read(call.Input);
        var stream = call.Stream();
        if (hours < stream.RetentionHours)
        {
            throw KinesisErrors.InvalidArgument(
                $"Requested retention period ({hours} hours) for stream {stream.Name} can not be shorter than existing retention period ({stream.RetentionHours} hours). Use DecreaseRetentionPeriod API.");
        }

        stream.RetentionHours = hours;
    }
}
