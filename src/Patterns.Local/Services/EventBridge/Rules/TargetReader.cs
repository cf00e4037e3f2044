using System.Text.RegularExpressions;
using Patterns.Local.Services.Dispatching;
using Patterns.Local.Services.EventBridge.Inputs;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.EventBridge.Rules;

/// <summary>Reads targets as requests and templates describe them.</summary>
internal static partial class TargetReader
{
    private static readonly string[] s_understood =
        ["Id", "Arn", "RoleArn", "Input", "InputPath", "InputTransformer", "SqsParameters", "KinesisParameters", "RetryPolicy", "DeadLetterConfig"];

    /// <exception cref="AwsException">Something is not valid, or is not emulated here.</exception>
    public static RuleTarget Read(JsonMembers members)
    {
        var id = Id(members.Text("Id"));
        var arn = members.Text("Arn") ?? throw EventBridgeErrors.Missing("targets.1.member.arn");
        if (arn.Split(':', 6) is not ["arn", _, _, _, _, _])
        {
            throw EventBridgeErrors.Validation($"Parameter {arn} is not valid. Reason: Provided Arn is not in correct format.");
        }

        RefuseOthers(members, id);
        return new RuleTarget(id, arn)
        {
            Json = members.Json,
            Input = InputReader.Read(members, id),
            MessageGroupId = GroupId(members, id, arn),
            PartitionKeyPath = PartitionKeyPath(members),
            Retries = Retries(members.Object("RetryPolicy")),
            DeadLetterArn = DeadLetterArn(members.Object("DeadLetterConfig")),
        };
    }

    private static string Id(string? id) => id switch
    {
        null => throw EventBridgeErrors.Missing("targets.1.member.id"),
        _ when IdPattern().IsMatch(id) => id,
        _ => throw EventBridgeErrors.Constraint(id, "targets.1.member.id", @"Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+"),
    };

    private static void RefuseOthers(JsonMembers members, string id)
    {
        foreach (var member in members.Json.EnumerateObject())
        {
            if (!s_understood.Contains(member.Name) && member.Value.ValueKind != System.Text.Json.JsonValueKind.Null)
            {
                throw EventBridgeErrors.Validation($"{member.Name} of target {id} is not emulated here.");
            }
        }
    }

    private static string? GroupId(JsonMembers members, string id, string arn)
    {
        var group = members.Object("SqsParameters")?.Text("MessageGroupId");
        return group is null && arn.EndsWith(".fifo", StringComparison.Ordinal)
            ? throw EventBridgeErrors.Validation($"Parameter(s) SqsParameters must be specified for target: {id}.")
            : group;
    }

    private static JsonPath? PartitionKeyPath(JsonMembers members) =>
        members.Object("KinesisParameters")?.Text("PartitionKeyPath") is { } path ? InputReader.Path(path) : null;

    private static RetryPolicy Retries(JsonMembers? policy)
    {
        var attempts = policy?.Number("MaximumRetryAttempts") ?? RetryPolicy.MostAttempts;
        var seconds = policy?.Number("MaximumEventAgeInSeconds") ?? RetryPolicy.LongestAgeSeconds;
        if (attempts is < 0 or > RetryPolicy.MostAttempts)
        {
            throw EventBridgeErrors.Constraint($"{attempts}", "targets.1.member.retryPolicy.maximumRetryAttempts", attempts < 0 ? "Member must have value greater than or equal to 0" : "Member must have value less than or equal to 185");
        }

        return seconds is >= RetryPolicy.ShortestAgeSeconds and <= RetryPolicy.LongestAgeSeconds
            ? new RetryPolicy(attempts, TimeSpan.FromSeconds(seconds))
            : throw EventBridgeErrors.Constraint($"{seconds}", "targets.1.member.retryPolicy.maximumEventAgeInSeconds", seconds < RetryPolicy.ShortestAgeSeconds ? "Member must have value greater than or equal to 60" : "Member must have value less than or equal to 86400");
    }

    private static string? DeadLetterArn(JsonMembers? config) => config?.Text("Arn") switch
    {
        null => null,
        var arn when arn.Split(':', 6) is ["arn", _, "sqs", _, _, var name] && !name.EndsWith(".fifo", StringComparison.Ordinal) => arn,
        var arn => throw EventBridgeErrors.Validation($"Parameter {arn} is not valid. Reason: A dead-letter queue must be a standard queue, given by its ARN."),
    };

    [GeneratedRegex(@"^[.\-_A-Za-z0-9]{1,64}\z", RegexOptions.None, 1000)]
    private static partial Regex IdPattern();
}
