using System.Buffers;
using System.Text.Json;

namespace Patterns.Local.Services.Sqs.Wire;

/// <summary>Reads a request of the JSON protocol in one pass over its bytes.</summary>
internal static class JsonInput
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };

    /// <exception cref="AwsException">The body is no JSON object, or a member has the wrong type.</exception>
    public static SqsInput Read(in ReadOnlySequence<byte> body)
    {
        var reader = new Utf8JsonReader(body, Options);
        try
        {
            return Read(ref reader);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw SqsErrors.MalformedInput("The request body is not the JSON that this operation takes.");
        }
    }

    private static SqsInput Read(ref Utf8JsonReader reader)
    {
        var input = new SqsInput();
        if (!reader.Read())
        {
            return input;
        }

        JsonRead.Expect(reader.TokenType, JsonTokenType.StartObject);
        while (JsonRead.NextMember(ref reader))
        {
            if (!ReadQueue(ref reader, input) && !ReadReceive(ref reader, input) && !JsonMessageInput.TryRead(ref reader, input.Message)
                && !ReadManagement(ref reader, input) && !ReadMoveTask(ref reader, input))
            {
                JsonRead.SkipMember(ref reader);
            }
        }

        return input;
    }

    private static bool ReadQueue(ref Utf8JsonReader reader, SqsInput input)
    {
        if (reader.ValueTextEquals("QueueUrl"u8))
        {
            input.QueueUrl = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("Entries"u8))
        {
            ReadEntries(ref reader, input.Entries);
        }
        else if (reader.ValueTextEquals("QueueName"u8))
        {
            input.QueueName = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("QueueOwnerAWSAccountId"u8))
        {
            input.QueueOwnerAccountId = JsonRead.Text(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadReceive(ref Utf8JsonReader reader, SqsInput input)
    {
        if (reader.ValueTextEquals("MaxNumberOfMessages"u8))
        {
            input.MaxNumberOfMessages = JsonRead.Integer(ref reader);
        }
        else if (reader.ValueTextEquals("WaitTimeSeconds"u8))
        {
            input.WaitTimeSeconds = JsonRead.Integer(ref reader);
        }
        else if (reader.ValueTextEquals("AttributeNames"u8))
        {
            input.AttributeNames = JsonRead.List(ref reader);
        }
        else if (reader.ValueTextEquals("MessageSystemAttributeNames"u8))
        {
            input.SystemAttributeNames = JsonRead.List(ref reader);
        }
        else if (reader.ValueTextEquals("MessageAttributeNames"u8))
        {
            input.MessageAttributeNames = JsonRead.List(ref reader);
        }
        else if (reader.ValueTextEquals("ReceiveRequestAttemptId"u8))
        {
            input.ReceiveRequestAttemptId = JsonRead.Text(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadManagement(ref Utf8JsonReader reader, SqsInput input)
    {
        if (reader.ValueTextEquals("Attributes"u8))
        {
            input.Attributes = JsonRead.Map(ref reader);
        }
        else if (reader.ValueTextEquals("tags"u8) || reader.ValueTextEquals("Tags"u8))
        {
            input.Tags = JsonRead.Map(ref reader);
        }
        else if (reader.ValueTextEquals("TagKeys"u8))
        {
            input.TagKeys = JsonRead.List(ref reader);
        }
        else if (reader.ValueTextEquals("QueueNamePrefix"u8))
        {
            input.QueueNamePrefix = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("MaxResults"u8))
        {
            input.MaxResults = JsonRead.Integer(ref reader);
        }
        else if (reader.ValueTextEquals("NextToken"u8))
        {
            input.NextToken = JsonRead.Text(ref reader);
        }
        else
        {
            return ReadPermission(ref reader, input);
        }

        return true;
    }

    private static bool ReadPermission(ref Utf8JsonReader reader, SqsInput input)
    {
        if (reader.ValueTextEquals("Label"u8))
        {
            input.Label = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("AWSAccountIds"u8))
        {
            input.AccountIds = JsonRead.List(ref reader);
        }
        else if (reader.ValueTextEquals("Actions"u8))
        {
            input.Actions = JsonRead.List(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadMoveTask(ref Utf8JsonReader reader, SqsInput input)
    {
        if (reader.ValueTextEquals("SourceArn"u8))
        {
            input.SourceArn = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("DestinationArn"u8))
        {
            input.DestinationArn = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("MaxNumberOfMessagesPerSecond"u8))
        {
            input.MaxNumberOfMessagesPerSecond = JsonRead.Integer(ref reader);
        }
        else if (reader.ValueTextEquals("TaskHandle"u8))
        {
            input.TaskHandle = JsonRead.Text(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static void ReadEntries(ref Utf8JsonReader reader, List<MessageInput> entries)
    {
        if (!JsonRead.Enter(ref reader, JsonTokenType.StartArray))
        {
            return;
        }

        while (JsonRead.NextItem(ref reader))
        {
            JsonRead.Expect(reader.TokenType, JsonTokenType.StartObject);
            entries.Add(JsonMessageInput.ReadEntry(ref reader));
        }
    }
}
