using Patterns.Local.Services.DynamoDb.Capacity;
using Patterns.Local.Services.DynamoDb.Reads;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Transactions;
using Patterns.Local.Services.DynamoDb.Wire;
using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb.Operations;

internal sealed class TransactWriteItems : IDynamoDbOperation
{
    private const int UnitsOfTransaction = 2;

    public string Name => nameof(TransactWriteItems);

    public void Run(DynamoDbCall call)
    {
        var request = TransactionRequest.Read(call.Body);
        var detail = CapacityAnswer.Detail(request.ReturnConsumedCapacity);
        var writes = TransactionParts.Make(request.Actions, Parse, call.Service);
        Check(request, writes);
        var capacities = new TableCapacities();
        var isRepeated = Run(call.Service, request, writes, capacities);
        call.Json.WriteCapacities(capacities.All, detail, isRepeated ? "ReadCapacityUnits" : "WriteCapacityUnits");
    }

    private static Func<DynamoDbService, ItemWrite> Parse(TransactionAction action) => action.Kind switch
    {
        "Put" => WriteRequests.Put(action.Request),
        "Update" => WriteRequests.Update(action.Request),
        "Delete" => WriteRequests.Delete(action.Request),
        "ConditionCheck" => WriteRequests.Check(action.Request),
        _ => throw DynamoDbErrors.Validation("TransactItems can only contain one of Check, Put, Update or Delete"),
    };

    private static void Check(TransactionRequest request, ItemWrite[] writes)
    {
        TransactionParts.CheckDistinct(writes.Select(write => (write.Table, write.Key)));
        if (request.Actions.Sum(action => (long)(action.Request.Item ?? action.Request.Key)!.Size) > DynamoDbLimits.TransactionBytes)
        {
            throw DynamoDbErrors.Validation("Transaction request size has exceeded the maximum allowed size");
        }
    }

    private static bool Run(DynamoDbService service, TransactionRequest request, ItemWrite[] writes, TableCapacities capacities)
    {
        if (request.ClientRequestToken is not { } clientToken)
        {
            Write(writes, capacities);
            return false;
        }

        var token = service.Tokens.Take(clientToken, request.Fingerprint);
        lock (token.Gate)
        {
            if (token.RepeatedUnits is { } units)
            {
                AddRepeated(writes, units, capacities);
                return true;
            }

            token.RepeatedUnits = Array.ConvertAll(Write(writes, capacities), outcome => ReadUnits.Of(outcome.After?.Size ?? 0) * UnitsOfTransaction);
            return false;
        }
    }

    private static WriteOutcome[] Write(ItemWrite[] writes, TableCapacities capacities)
    {
        var outcomes = WriteTransaction.Run(writes);
        for (var i = 0; i < writes.Length; i++)
        {
            capacities.Of(writes[i].Table).Add(outcomes[i].Units, UnitsOfTransaction);
        }

        return outcomes;
    }

    // A repeated transaction only reads what is there.
    private static void AddRepeated(ItemWrite[] writes, double[] units, TableCapacities capacities)
    {
        for (var i = 0; i < writes.Length; i++)
        {
            capacities.Of(writes[i].Table).AddTable(units[i]);
        }
    }
}
