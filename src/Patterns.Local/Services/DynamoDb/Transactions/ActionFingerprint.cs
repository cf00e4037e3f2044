using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Transactions;

/// <summary>Equal for equal actions, in whatever order and notation a request gives their parameters.</summary>
internal static class ActionFingerprint
{
    public static string Of(IReadOnlyList<TransactionAction> actions)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartArray();
            foreach (var action in actions)
            {
                Write(json, action);
            }

            json.WriteEndArray();
        }

        return Convert.ToBase64String(SHA256.HashData(bytes.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter json, TransactionAction action)
    {
        var request = action.Request;
        json.WriteStartArray();
        json.WriteStringValue(action.Kind);
        json.WriteStringValue(request.TableName);
        json.WriteStringValue(request.ConditionExpression);
        json.WriteStringValue(request.UpdateExpression);
        json.WriteStringValue(request.ProjectionExpression);
        json.WriteStringValue(request.ReturnValuesOnConditionCheckFailure);
        WriteSorted(json, request.Names, static (json, name) => json.WriteStringValue(name));
        WriteSorted(json, request.Values, Write);
        WriteSorted(json, request.Key?.Attributes, Write);
        WriteSorted(json, request.Item?.Attributes, Write);
        json.WriteEndArray();
    }

    private static void WriteSorted<T>(Utf8JsonWriter json, IReadOnlyDictionary<string, T>? members, Action<Utf8JsonWriter, T> write)
    {
        if (members is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        foreach (var (name, member) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            write(json, member);
        }

        json.WriteEndObject();
    }

    // Values of the other types have one form only.
    private static void Write(Utf8JsonWriter json, AttributeValue value)
    {
        switch (value)
        {
            case MapValue map:
                WriteSorted(json, map.Content.Attributes, Write);
                break;
            case ListValue list:
                json.WriteStartArray();
                foreach (var element in list.Elements)
                {
                    Write(json, element);
                }

                json.WriteEndArray();
                break;
            default:
                AttributeValueWriter.Write(json, value);
                break;
        }
    }
}
