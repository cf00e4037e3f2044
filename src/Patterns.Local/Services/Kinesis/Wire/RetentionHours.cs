namespace Patterns.Local.Services.Kinesis.Wire;

/// <summary>Reads the time that a request wants records to stay.</summary>
internal static class RetentionHours
{
    /// <exception cref="AwsException">It is absent or out of range.</exception>
    public static int Read(KinesisInput input)
    {
        var hours = input.RequiredNumber("RetentionPeriodHours");
        return hours switch
        {
            < KinesisLimits.ShortestRetentionHours => throw KinesisErrors.InvalidArgument(
                $"Minimum allowed retention period is {KinesisLimits.ShortestRetentionHours} hours. Requested retention period ({hours} hours) is too short."),
            > KinesisLimits.LongestRetentionHours => throw KinesisErrors.InvalidArgument(
                $"Maximum allowed retention period is {KinesisLimits.LongestRetentionHours} hours. Requested retention period ({hours} hours) is too long."),
            _ => hours,
        };
    }
}
