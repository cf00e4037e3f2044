using System.Text.Json;
using System.Text.Json.Nodes;

namespace Patterns.Local.Services.Sns.Topics;

/// <summary>The access policy of a topic. It is kept and shown; the runner lets everybody in.</summary>
internal static class TopicPolicy
{
    private const string Statement = "Statement";

    private static readonly HashSet<string> Actions = new(StringComparer.OrdinalIgnoreCase)
    {
        "GetTopicAttributes", "SetTopicAttributes", "AddPermission", "RemovePermission", "DeleteTopic", "Subscribe",
        "ListSubscriptionsByTopic", "Publish", "Receive",
    };

    private static readonly string[] DefaultActions =
    [
        "SNS:GetTopicAttributes", "SNS:SetTopicAttributes", "SNS:AddPermission", "SNS:RemovePermission",
        "SNS:DeleteTopic", "SNS:Subscribe", "SNS:ListSubscriptionsByTopic", "SNS:Publish",
    ];

    public static string Default(string topicArn, string owner) => new JsonObject
    {
        ["Version"] = "2008-10-17",
        ["Id"] = "__default_policy_ID",
        [Statement] = new JsonArray(new JsonObject
        {
            ["Sid"] = "__default_statement_ID",
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["AWS"] = "*" },
            ["Action"] = new JsonArray([.. DefaultActions.Select(action => JsonValue.Create(action))]),
            ["Resource"] = topicArn,
            ["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject { ["AWS:SourceOwner"] = owner } },
        }),
    }.ToJsonString();

    public static string Add(string policy, string topicArn, string label, IReadOnlyList<string> accounts, IReadOnlyList<string> actions)
    {
        if (actions.Any(action => !Actions.Contains(action)))
        {
            throw SnsErrors.InvalidParameter("Policy statement action out of service scope!");
        }

        var (document, statements) = Read(policy);
        if (IndexOf(statements, label) >= 0)
        {
            throw SnsErrors.InvalidParameter("Statement already exists");
        }

        statements.Add(NewStatement(topicArn, label, accounts, actions));
        return document.ToJsonString();
    }

    /// <summary>Takes the statement away; one that is not there is no error.</summary>
    public static string Remove(string policy, string label)
    {
        var (document, statements) = Read(policy);
        if (IndexOf(statements, label) is >= 0 and var index)
        {
            statements.RemoveAt(index);
        }

        return document.ToJsonString();
    }

    private static JsonObject NewStatement(string topicArn, string label, IReadOnlyList<string> accounts, IReadOnlyList<string> actions) => new JsonObject
    {
        ["Sid"] = label,
        ["Effect"] = "Allow",
        ["Principal"] = new JsonObject { ["AWS"] = OneOrMany(accounts.Select(account => $"arn:aws:iam::{account}:root")) },
        ["Action"] = OneOrMany(actions.Select(action => $"SNS:{action}")),
        ["Resource"] = topicArn,
    };

    private static JsonNode OneOrMany(IEnumerable<string> values)
    {
        JsonNode[] nodes = [.. values.Select(value => JsonValue.Create(value))];
        return nodes.Length == 1 ? nodes[0] : new JsonArray(nodes);
    }

    private static (JsonObject Document, JsonArray Statements) Read(string policy)
    {
        try
        {
            if (JsonNode.Parse(policy) is JsonObject document && document[Statement] is JsonArray statements)
            {
                return (document, statements);
            }
        }
        catch (JsonException)
        {
            // Falls through to the error that an unreadable policy gives.
        }

        throw SnsErrors.InvalidParameter("Policy Error: the topic's policy is no policy document");
    }

    private static int IndexOf(JsonArray statements, string label)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            if (statements[i] is JsonObject statement && (string?)statement["Sid"] == label)
            {
                return i;
            }
        }

        return -1;
    }
}
