using System.Collections.Frozen;
using Patterns.Local.Services.DynamoDb.Operations;
using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary>The resources that tasks may have here, by service and action.</summary>
internal static class IntegrationNames
{
    public const string SdkPrefix = "aws-sdk:";

    private static readonly FrozenSet<string> s_optimised = new[]
    {
        "dynamodb:deleteItem", "dynamodb:getItem", "dynamodb:putItem", "dynamodb:updateItem", "events:putEvents", "lambda:invoke", "sns:publish",
        "sqs:sendMessage", "states:startExecution",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> s_sqs = new[]
    {
        "changeMessageVisibility", "deleteMessage", "getQueueAttributes", "getQueueUrl", "purgeQueue", "receiveMessage", "sendMessage", "sendMessageBatch",
    }.ToFrozenSet();

    /// <summary>Operations on items and tables, in the spelling of a resource.</summary>
    private static readonly FrozenSet<string> s_dynamoDb = DynamoDbOperations.Names.Select(name => char.ToLowerInvariant(name[0]) + name[1..]).ToFrozenSet();

    private static readonly FrozenSet<string> s_waiting = new[]
    {
        "events:putEvents", "lambda:invoke", "sns:publish", "sqs:sendMessage", "states:startExecution",
    }.ToFrozenSet();

    /// <summary>Why the resource cannot be used here; null when it can.</summary>
    public static string? Refusal(TaskResource resource)
    {
        if (resource.IsFunction)
        {
            return null;
        }

        var name = $"{resource.Service}:{resource.Action}";
        if (!IsKnown(resource, name))
        {
            return $"The resource {resource.Arn} is not emulated here; there are {string.Join(", ", s_optimised.Order(StringComparer.Ordinal))}, and aws-sdk resources of dynamodb, sfn, sns and sqs";
        }

        return IsPattern(resource.Pattern, name) ? null : $"The resource {resource.Arn} has a service integration pattern that {name} does not support";
    }

    private static bool IsKnown(TaskResource resource, string name) => resource.Service switch
    {
        SdkPrefix + "dynamodb" => s_dynamoDb.Contains(resource.Action),
        SdkPrefix + "sqs" => s_sqs.Contains(resource.Action),
        SdkPrefix + "sns" => resource.Action == "publish",
        SdkPrefix + "sfn" => resource.Action == "startExecution",
        _ => s_optimised.Contains(name),
    };

    private static bool IsPattern(IntegrationPattern pattern, string name) => pattern switch
    {
        IntegrationPattern.RequestResponse => true,
        IntegrationPattern.WaitForTaskToken => s_waiting.Contains(name) || name.StartsWith(SdkPrefix, StringComparison.Ordinal),
        _ => name == "states:startExecution",
    };
}
