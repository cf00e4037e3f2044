using System.Text.Json;
using Patterns.Local.Services.Dispatching;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.Scheduler;

/// <summary>Reads the target of a schedule.</summary>
internal static class TargetReader
{
    private static readonly string[] s_understood =
        ["Arn", "RoleArn", "Input", "RetryPolicy", "DeadLetterConfig", "SqsParameters", "KinesisParameters", "EventBridgeParameters"];

    /// <exception cref="AwsException">Something is not valid, or is not emulated here.</exception>
    public static ScheduleTarget Read(JsonMembers members)
    {
        var arn = members.Text("Arn") ?? throw SchedulerErrors.Missing("target.arn");
        _ = members.Text("RoleArn") ?? throw SchedulerErrors.Missing("target.roleArn");
        Check(members, arn);
        return new ScheduleTarget(arn)
        {
            Json = members.Json,
            Input = Input(members, arn),
            MessageGroupId = members.Object("SqsParameters")?.Text("MessageGroupId"),
            PartitionKey = members.Object("KinesisParameters")?.Text("PartitionKey"),
            Event = Event(members.Object("EventBridgeParameters"), arn),
            Retries = Retries(members.Object("RetryPolicy")),
            DeadLetterArn = DeadLetterArn(members.Object("DeadLetterConfig")?.Text("Arn")),
        };
    }

    private static void Check(JsonMembers members, string arn)
    {
        if (arn.Split(':', 6) is not ["arn", _, _, _, _, _])
        {
            throw SchedulerErrors.Validation($"Provided Arn is not in correct format: {arn}.");
        }

        if (arn.Contains(":scheduler:::aws-sdk:", StringComparison.Ordinal))
        {
            throw SchedulerErrors.Validation($"Universal targets are not emulated here: {arn}.");
        }

        foreach (var member in members.Json.EnumerateObject())
        {
            if (!s_understood.Contains(member.Name) && member.Value.ValueKind != JsonValueKind.Null)
            {
                throw SchedulerErrors.Validation($"{member.Name} of a target is not emulated here.");
            }
        }

        if (arn.EndsWith(".fifo", StringComparison.Ordinal) && members.Object("SqsParameters")?.Text("MessageGroupId") is null)
        {
            throw SchedulerErrors.Validation("SqsParameters with a MessageGroupId must be specified for a FIFO queue.");
        }
    }

    // Queues and topics take no empty messages, functions any event.
    private static string? Input(JsonMembers members, string arn)
    {
        var input = members.Text("Input");
        var service = arn.Split(':')[2];
        if (input is null && service is "sqs" or "sns" or "kinesis" or "events")
        {
            throw SchedulerErrors.Validation($"Input must be specified for the target {arn}.");
        }

        return input is not null && service is "lambda" or "events" or "states" && !IsJson(input!)
            ? throw SchedulerErrors.Validation($"The Input of the target {arn} must be JSON.")
            : input;
    }

    // The keywords are written where a text or a number may stand.
    private static bool IsJson(string input)
    {
        try
        {
            _ = JsonElement.Parse(input.Replace("<aws.scheduler.attempt-number>", "1", StringComparison.Ordinal));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static EventHeader? Event(JsonMembers? parameters, string arn)
    {
        if (arn.Split(':')[2] != "events")
        {
            return null;
        }

        return parameters?.Text("Source") is { } source && parameters?.Text("DetailType") is { } detailType
            ? new EventHeader(source, detailType)
            : throw SchedulerErrors.Validation($"EventBridgeParameters with Source and DetailType must be specified for the target {arn}.");
    }

    private static RetryPolicy Retries(JsonMembers? policy)
    {
        var attempts = policy?.Number("MaximumRetryAttempts") ?? RetryPolicy.MostAttempts;
        var seconds = policy?.Number("MaximumEventAgeInSeconds") ?? RetryPolicy.LongestAgeSeconds;
        if (attempts is < 0 or > RetryPolicy.MostAttempts)
        {
            throw SchedulerErrors.Constraint($"{attempts}", "target.retryPolicy.maximumRetryAttempts", $"Member must have value from 0 to {RetryPolicy.MostAttempts}");
        }

        return seconds is >= RetryPolicy.ShortestAgeSeconds and <= RetryPolicy.LongestAgeSeconds
            ? new RetryPolicy(attempts, TimeSpan.FromSeconds(seconds))
            : throw SchedulerErrors.Constraint($"{seconds}", "target.retryPolicy.maximumEventAgeInSeconds", $"Member must have value from {RetryPolicy.ShortestAgeSeconds} to {RetryPolicy.LongestAgeSeconds}");
    }

    private static string? DeadLetterArn(string? arn) => arn switch
    {
        null => null,
        _ when arn.Split(':', 6) is ["arn", _, "sqs", _, _, var name] && !name.EndsWith(".fifo", StringComparison.Ordinal) => arn,
        _ => throw SchedulerErrors.Constraint(arn, "target.deadLetterConfig.arn", @"Member must satisfy regular expression pattern: ^arn:aws(-[a-z]+)?:sqs:[a-z0-9\-]+:\d{12}:[a-zA-Z0-9\-_]+$"),
    };
}
