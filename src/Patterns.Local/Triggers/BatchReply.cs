using System.Text.Json;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Triggers;

/// <summary>What a function's reply says about the records of its batch.</summary>
internal sealed class BatchReply
{
    private BatchReply(bool succeeded, IReadOnlyCollection<string> failed)
    {
        AllSucceeded = succeeded;
        Failed = failed;
    }

    public static BatchReply Success { get; } = new(true, []);

    /// <summary>Every record counts as failed.</summary>
    public static BatchReply Failure { get; } = new(false, []);

    public bool AllSucceeded { get; }

    /// <summary>True when no record succeeded, whatever the reply lists.</summary>
    public bool AllFailed => !AllSucceeded && Failed.Count == 0;

    /// <summary>The ids of the failed records, where only some failed.</summary>
    public IReadOnlyCollection<string> Failed { get; }

    /// <summary>Reads the reply of a function that reports failures; <paramref name="isInBatch"/> knows the batch's ids.</summary>
    /// <remarks>
    /// Nothing, null, an object without a list, an empty list, an empty array or an empty string are a success. Anything that
    /// cannot be understood, and any id that is empty or not of this batch, fails the whole batch.
    /// </remarks>
    public static BatchReply Read(ReadOnlySpan<byte> reply, Func<string, bool> isInBatch)
    {
        if (reply.IsEmpty)
        {
            return Success;
        }

        try
        {
            var json = new Utf8JsonReader(UnicodeJson.Of(reply) ?? reply);
            json.Read();
            var result = ReadRoot(ref json, isInBatch);
            while (json.Read())
            {
            }

            return result;
        }
        catch (JsonException)
        {
            return Failure;
        }
    }

    /// <summary>Whether the reply has a list of failures, asked for or not.</summary>
    public static bool ListsFailures(ReadOnlySpan<byte> reply)
    {
        try
        {
            var json = new Utf8JsonReader(UnicodeJson.Of(reply) ?? reply);
            while (json.Read())
            {
                if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 1 && json.ValueTextEquals("batchItemFailures"u8))
                {
                    return json.Read() && json.TokenType == JsonTokenType.StartArray && json.Read() && json.TokenType != JsonTokenType.EndArray;
                }
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return false;
    }

    private static BatchReply ReadRoot(ref Utf8JsonReader json, Func<string, bool> isInBatch)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return Success;
            case JsonTokenType.String:
                return json.ValueSpan.IsEmpty ? Success : Failure;
            case JsonTokenType.StartArray:
                json.Read();
                var isEmpty = json.TokenType == JsonTokenType.EndArray;
                return isEmpty ? Success : Failure;
            case JsonTokenType.StartObject:
                return ReadObject(ref json, isInBatch);
            default:
                return Failure;
        }
    }

    private static BatchReply ReadObject(ref Utf8JsonReader json, Func<string, bool> isInBatch)
    {
        var result = Success;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isList = json.ValueTextEquals("batchItemFailures"u8);
            json.Read();
            if (isList)
            {
                result = ReadList(ref json, isInBatch);
            }
            else
            {
                json.Skip();
            }
        }

        return result;
    }

    private static BatchReply ReadList(ref Utf8JsonReader json, Func<string, bool> isInBatch)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            var isNull = json.TokenType == JsonTokenType.Null;
            json.Skip();
            return isNull ? Success : Failure;
        }

        var failed = new HashSet<string>(StringComparer.Ordinal);
        var isValid = true;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            isValid &= ReadItem(ref json) is { Length: > 0 } id && isInBatch(id) && (failed.Add(id) || true);
        }

        return !isValid ? Failure : failed.Count == 0 ? Success : new BatchReply(false, failed);
    }

    private static string? ReadItem(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return null;
        }

        string? id = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isIdentifier = json.ValueTextEquals("itemIdentifier"u8);
            json.Read();
            id = isIdentifier && json.TokenType == JsonTokenType.String ? json.GetString() : id;
            json.Skip();
        }

        return id;
    }
}
