using System.Buffers;
using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Transactions;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Requests;

/// <summary>A request to read or write several items at once.</summary>
internal sealed class TransactionRequest
{
    public IReadOnlyList<TransactionAction> Actions { get; private set; } = [];

    public string? ClientRequestToken { get; private set; }

    public string? ReturnConsumedCapacity { get; private set; }

    /// <summary>Equal for equal actions; empty where there is no token.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <exception cref="AwsException">The request is not well-formed.</exception>
    public static TransactionRequest Read(in ReadOnlySequence<byte> body)
    {
        var request = new TransactionRequest();
        List<TransactionAction>? actions = null;
        var reader = RequestJson.Open(body);
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("TransactItems"u8))
            {
                actions = ReadActions(ref reader);
            }
            else if (!ReadOption(ref reader, request))
            {
                JsonRead.SkipMember(ref reader);
            }
        }

        request.Actions = BatchRules.CheckedActions(actions);
        request.Fingerprint = request.ClientRequestToken is null ? "" : ActionFingerprint.Of(request.Actions);
        return request;
    }

    private static bool ReadOption(ref Utf8JsonReader reader, TransactionRequest request)
    {
        if (reader.ValueTextEquals("ClientRequestToken"u8))
        {
            request.ClientRequestToken = CheckedToken(JsonRead.Text(ref reader));
        }
        else if (reader.ValueTextEquals("ReturnConsumedCapacity"u8))
        {
            request.ReturnConsumedCapacity = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("ReturnItemCollectionMetrics"u8))
        {
            RequestOptions.CheckMetrics(JsonRead.Text(ref reader));
        }
        else
        {
            return false;
        }

        return true;
    }

    private static string? CheckedToken(string? token) => token?.Length is null or (>= 1 and <= 36)
        ? token
        : throw DynamoDbErrors.Constraint(token, "clientRequestToken", token.Length == 0
            ? "Member must have length greater than or equal to 1"
            : "Member must have length less than or equal to 36");

    private static List<TransactionAction>? ReadActions(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EnterArray(ref reader))
        {
            return null;
        }

        var actions = new List<TransactionAction>();
        while (JsonRead.NextItem(ref reader))
        {
            JsonRead.CheckNotNull(ref reader, FormattableString.Invariant($"transactItems.{actions.Count + 1}.member"));
            actions.Add(ReadAction(ref reader) ?? throw NotOneAction());
        }

        return actions;
    }

    private static TransactionAction? ReadAction(ref Utf8JsonReader reader)
    {
        TransactionAction? action = null;
        while (JsonRead.NextMember(ref reader))
        {
            var kind = WireText.Read(ref reader);
            if (kind is not ("Put" or "Update" or "Delete" or "ConditionCheck" or "Get"))
            {
                JsonRead.SkipMember(ref reader);
            }
            else if (JsonRead.EnterObject(ref reader))
            {
                action = action is null ? new TransactionAction(kind, ReadParameters(ref reader)) : throw NotOneAction();
            }
        }

        return action;
    }

    // Transactions are younger than the parameters that expressions have replaced, and do not know them.
    private static ItemRequest ReadParameters(ref Utf8JsonReader reader)
    {
        var request = ItemRequestReader.Read(ref reader);
        request.Legacy = null;
        return request;
    }

    private static AwsException NotOneAction() => DynamoDbErrors.Validation("TransactItems can only contain one of Check, Put, Update or Delete");
}
