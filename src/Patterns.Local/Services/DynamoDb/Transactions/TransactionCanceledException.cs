using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Transactions;

/// <summary>A transaction had no effect; the reasons are in the order of its actions.</summary>
internal sealed class TransactionCanceledException(IReadOnlyList<CancellationReason> reasons)
    : DetailedException("TransactionCanceledException", TextOf(reasons))
{
    public IReadOnlyList<CancellationReason> Reasons { get; } = reasons;

    public override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteStartArray("CancellationReasons");
        foreach (var reason in Reasons)
        {
            json.WriteStartObject();
            json.WriteString("Code", reason.Code);
            if (reason.Message is not null)
            {
                json.WriteString("Message", reason.Message);
            }

            if (reason.Item is not null)
            {
                json.WriteItem("Item", reason.Item);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string TextOf(IReadOnlyList<CancellationReason> reasons) =>
        $"Transaction cancelled, please refer cancellation reasons for specific reasons [{string.Join(", ", reasons.Select(reason => reason.Code))}]";
}
