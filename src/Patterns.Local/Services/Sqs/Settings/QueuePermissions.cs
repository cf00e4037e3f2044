using System.Text.Json;
using System.Text.Json.Nodes;

namespace Patterns.Local.Services.Sqs.Settings;

/// <summary>Adds and removes statements of a queue's policy. The policy is kept and given back, not enforced.</summary>
internal static class QueuePermissions
{
    private const int MaximumActions = 7;

    private static readonly HashSet<string> Actions =
    [
        "*", "SendMessage", "ReceiveMessage", "DeleteMessage", "ChangeMessageVisibility", "GetQueueAttributes", "GetQueueUrl",
        "ListDeadLetterSourceQueues", "PurgeQueue",
    ];

    public static QueueSettings Add(QueueSettings settings, string queueArn, string label, IReadOnlyList<string> accounts, IReadOnlyList<string> actions)
    {
        Check(label, accounts, actions);
        var policy = PolicyOf(settings, queueArn);
        var statements = StatementsOf(policy);
        if (Find(statements, label) is not null)
        {
            throw SqsErrors.InvalidParameterValue("Label", label, "Already exists.");
        }

        statements.Add((JsonNode)new JsonObject
        {
            ["Sid"] = label,
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["AWS"] = OneOrMany([.. accounts.Select(account => $"arn:aws:iam::{account}:root")]) },
            ["Action"] = OneOrMany([.. actions.Select(action => $"SQS:{action}")]),
            ["Resource"] = queueArn,
        });
        return settings with { Policy = policy.ToJsonString() };
    }

    public static QueueSettings Remove(QueueSettings settings, string queueArn, string label)
    {
        var policy = PolicyOf(settings, queueArn);
        var statements = StatementsOf(policy);
        var statement = Find(statements, label) ?? throw SqsErrors.InvalidParameterValue("Label", label, "can't find label.");
        statements.Remove(statement);
        return settings with { Policy = statements.Count == 0 ? null : policy.ToJsonString() };
    }

    private static void Check(string label, IReadOnlyList<string> accounts, IReadOnlyList<string> actions)
    {
        if (!Alphabets.IsName(label))
        {
            throw SqsErrors.InvalidParameterValue(
                "Label", label, "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length.");
        }

        if (accounts.Count == 0)
        {
            throw SqsErrors.MissingParameter("AWSAccountIds");
        }

        if (actions.Count is 0)
        {
            throw SqsErrors.MissingParameter("Actions");
        }

        if (actions.Count > MaximumActions)
        {
            throw new AwsException("OverLimit", $"{actions.Count} Actions were found, maximum allowed is {MaximumActions}.", 403);
        }

        foreach (var action in actions)
        {
            if (!Actions.Contains(action))
            {
                throw SqsErrors.InvalidParameterValue(
                    "ActionName", $"SQS:{action}", "Please refer to the appropriate WSDL for a list of valid actions. ");
            }
        }
    }

    private static JsonObject PolicyOf(QueueSettings settings, string queueArn) => settings.Policy is { } policy
        ? JsonNode.Parse(policy)!.AsObject()
        : new JsonObject { ["Version"] = "2008-10-17", ["Id"] = $"{queueArn}/SQSDefaultPolicy", ["Statement"] = new JsonArray() };

    private static JsonArray StatementsOf(JsonObject policy)
    {
        switch (policy["Statement"])
        {
            case JsonArray statements:
                return statements;
            case JsonObject single:
                policy.Remove("Statement");
                var list = new JsonArray(single);
                policy["Statement"] = list;
                return list;
            default:
                var empty = new JsonArray();
                policy["Statement"] = empty;
                return empty;
        }
    }

    private static JsonNode? Find(JsonArray statements, string label) =>
        statements.FirstOrDefault(statement => statement is JsonObject && statement["Sid"]?.GetValueKind() == JsonValueKind.String && (string?)statement["Sid"] == label);

    private static JsonNode OneOrMany(string[] values) =>
        values.Length == 1 ? JsonValue.Create(values[0])! : new JsonArray([.. values.Select(value => (JsonNode?)JsonValue.Create(value))]);
}
