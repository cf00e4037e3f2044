using Patterns.Local.Services;
using Patterns.Local.Services.Lambda;
using Patterns.Local.Services.Lambda.Mappings;

namespace Patterns.Local.Triggers.Streams;

/// <summary>Checks the settings of a mapping of a stream, with the service's words.</summary>
internal sealed class StreamSettingsCheck(StreamKind kind, TimeProvider time)
{
    private const int MostPerBatch = 10_000;

    /// <exception cref="AwsException">A setting is missing, out of range, or not for streams.</exception>
    public void Check(EventSourceMappingSettings settings)
    {
        var stream = settings.Stream;
        CheckRange(settings.BatchSize, "batchSize", 1, MostPerBatch);
        CheckRange(stream.ParallelizationFactor, "parallelizationFactor", 1, 10);
        CheckRange(stream.MaximumRetryAttempts, "maximumRetryAttempts", -1, 10_000);
        CheckRange((long?)stream.MaximumRecordAge?.TotalSeconds, "maximumRecordAgeInSeconds", -1, 604_800);
        CheckRange((long?)stream.TumblingWindow?.TotalSeconds, "tumblingWindowInSeconds", 0, 900);
        if (stream.MaximumRecordAge is { TotalSeconds: >= 0 and < 60 })
        {
            throw LambdaErrors.InvalidParameter("MaximumRecordAgeInSeconds must be -1 or a value from 60 to 604800.");
        }

        if (settings.MaximumConcurrency is not null)
        {
            throw LambdaErrors.InvalidParameter("Unsupported ScalingConfig parameter for given event source mapping type.");
        }

        CheckWindow(stream);
        CheckPosition(stream, settings.EventSourceArn);
        CheckDestination(stream.OnFailure);
    }

    private static void CheckWindow(StreamMappingSettings stream)
    {
        if (stream is { TumblingWindow.Ticks: > 0, ParallelizationFactor: > 1 })
        {
            throw LambdaErrors.InvalidParameter("TumblingWindowInSeconds with a ParallelizationFactor above 1 is not emulated here.");
        }
    }

    private void CheckPosition(StreamMappingSettings stream, string arn)
    {
        switch (stream.StartingPosition)
        {
            case null:
                throw LambdaErrors.InvalidParameter("1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member must not be null.");
            case StreamMappingSettings.AtTimestamp when !kind.AllowsTimestamp:
                throw LambdaErrors.InvalidParameter($"Unsupported starting position for arn type: {arn}");
            case StreamMappingSettings.AtTimestamp when stream.StartingPositionTimestamp is null:
                throw LambdaErrors.InvalidParameter("Timestamp must be provided for starting position AT_TIMESTAMP.");
            case StreamMappingSettings.AtTimestamp when stream.StartingPositionTimestamp > time.GetUtcNow():
                throw LambdaErrors.InvalidParameter("Timestamp must not be in future");
            case StreamMappingSettings.AtTimestamp or StreamMappingSettings.TrimHorizon or StreamMappingSettings.Latest:
                break;
            default:
                throw LambdaErrors.Validation(stream.StartingPosition, "startingPosition", "Member must satisfy enum value set: [LATEST, AT_TIMESTAMP, TRIM_HORIZON]");
        }

        if (stream is { StartingPositionTimestamp: not null, StartingPosition: not StreamMappingSettings.AtTimestamp })
        {
            throw LambdaErrors.InvalidParameter("Timestamp is only allowed for starting position AT_TIMESTAMP.");
        }
    }

    private static void CheckDestination(string? arn)
    {
        if (arn is null)
        {
            return;
        }

        if (arn.Split(':', 6) is not ["arn", _, "sqs" or "sns", _, _, _])
        {
            throw LambdaErrors.InvalidParameter($"The provided destination config DestinationConfig is invalid: {arn} is no queue and no topic; other destinations of streams are not emulated here.");
        }

        if (arn.EndsWith(".fifo", StringComparison.Ordinal))
        {
            throw LambdaErrors.InvalidParameter($"The destination ARN {arn} is invalid: FIFO queues and topics are not supported as destinations.");
        }
    }

    private static void CheckRange(long? value, string member, long min, long max)
    {
        if (value < min || value > max)
        {
            throw LambdaErrors.Validation($"{value}", member, value < min ? $"Member must have value greater than or equal to {min}" : $"Member must have value less than or equal to {max}");
        }
    }
}
