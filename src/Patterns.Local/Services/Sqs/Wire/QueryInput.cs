using System.Globalization;
using System.Text;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.Sqs.Wire;

/// <summary>Reads a request of the Query protocol.</summary>
internal static class QueryInput
{
    /// <param name="form">The parameters.</param>
    /// <param name="path">The request's path, which names the queue where no parameter does.</param>
    public static SqsInput Read(QueryForm form, string path) => new()
    {
        QueueUrl = form["QueueUrl"] ?? (path.Length > 1 ? path : null),
        QueueName = form["QueueName"],
        QueueOwnerAccountId = form["QueueOwnerAWSAccountId"],
        QueueNamePrefix = form["QueueNamePrefix"],
        MaxResults = Integer(form, "MaxResults"),
        NextToken = form["NextToken"],
        Message = ReadMessage(form, ""),
        Entries = ReadEntries(form),
        MaxNumberOfMessages = Integer(form, "MaxNumberOfMessages"),
        WaitTimeSeconds = Integer(form, "WaitTimeSeconds"),
        ReceiveRequestAttemptId = form["ReceiveRequestAttemptId"],
        AttributeNames = form.List("AttributeName"),
        SystemAttributeNames = form.List("MessageSystemAttributeName"),
        MessageAttributeNames = form.List("MessageAttributeName"),
        Attributes = form.Map("Attribute", "Name", "Value"),
        Tags = form.Map("Tag", "Key", "Value"),
        TagKeys = form.List("TagKey"),
        Label = form["Label"],
        AccountIds = form.List("AWSAccountId"),
        Actions = form.List("ActionName"),
        SourceArn = form["SourceArn"],
        DestinationArn = form["DestinationArn"],
        MaxNumberOfMessagesPerSecond = Integer(form, "MaxNumberOfMessagesPerSecond"),
        TaskHandle = form["TaskHandle"],
    };

    private static List<MessageInput> ReadEntries(QueryForm form)
    {
        var entries = new List<MessageInput>();
        if (form.Action.EndsWith("Batch", StringComparison.Ordinal))
        {
            foreach (var prefix in form.Elements($"{form.Action}RequestEntry"))
            {
                entries.Add(ReadMessage(form, prefix + "."));
            }
        }

        return entries;
    }

    private static MessageInput ReadMessage(QueryForm form, string prefix) => new()
    {
        Id = form[prefix + "Id"],
        Body = Encoding.UTF8.GetBytes(form[prefix + "MessageBody"] ?? ""),
        DelaySeconds = Integer(form, prefix + "DelaySeconds"),
        Attributes = ReadAttributes(form, prefix + "MessageAttribute"),
        SystemAttributes = ReadAttributes(form, prefix + "MessageSystemAttribute"),
        GroupId = form[prefix + "MessageGroupId"],
        DeduplicationId = form[prefix + "MessageDeduplicationId"],
        ReceiptHandle = form[prefix + "ReceiptHandle"],
        VisibilityTimeout = Integer(form, prefix + "VisibilityTimeout"),
    };

    private static Dictionary<string, MessageAttribute>? ReadAttributes(QueryForm form, string prefix)
    {
        Dictionary<string, MessageAttribute>? attributes = null;
        foreach (var element in form.Elements(prefix))
        {
            if (form[element + ".Name"] is { } name)
            {
                (attributes ??= [])[name] = ReadAttribute(form, element + ".Value.");
            }
        }

        return attributes;
    }

    private static MessageAttribute ReadAttribute(QueryForm form, string prefix)
    {
        if (form.Elements(prefix + "StringListValue").Count > 0 || form.Elements(prefix + "BinaryListValue").Count > 0)
        {
            throw AttributeInput.ListsAreReserved();
        }

        return AttributeInput.Make(form[prefix + "DataType"], form[prefix + "StringValue"], Binary(form[prefix + "BinaryValue"]));
    }

    private static byte[]? Binary(string? base64)
    {
        try
        {
            return base64 is null ? null : Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            throw SqsErrors.MalformedInput("A BinaryValue is not Base64.");
        }
    }

    private static int? Integer(QueryForm form, string name)
    {
        if (form[name] is not { Length: > 0 } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw SqsErrors.InvalidParameterValue(name, text, "Must be an integer.");
    }
}
