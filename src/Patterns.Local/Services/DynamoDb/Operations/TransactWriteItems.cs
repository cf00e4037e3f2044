using Patterns.Local.Services.DynamoDb.Capacity;
using Patterns.Local.Services.DynamoDb.Reads;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Storage;
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
        ItemWrite[] writes = [.. request.Actions.Select(action => Make(call.Service, action))];
        Check(request, writes);
        var (outcomes, isRepeated) = Run(call.Service, request, writes);
        var capacities = new TableCapacities();
        for (var i = 0; i < writes.Length; i++)
        {
            AddCapacity(capacities.Of(writes[i].Table), outcomes[i], isRepeated);
        }

        call.Json.WriteCapacities(capacities.All, detail, isRepeated ? "ReadCapacityUnits" : "WriteCapacityUnits");
    }

    private static ItemWrite Make(DynamoDbService service, TransactionAction action) => action.Kind switch
    {
        "Put" => WriteRequests.Put(service, action.Request),
        "Update" => WriteRequests.Update(service, action.Request),
        "Delete" => WriteRequests.Delete(service, action.Request),
        "ConditionCheck" => WriteRequests.Check(service, action.Request),
        _ => throw DynamoDbErrors.Validation("TransactItems can only contain one of Check, Put, Update or Delete"),
    };

    private static void Check(TransactionRequest request, ItemWrite[] writes)
    {
        foreach (var ofTable in writes.GroupBy(write => write.Table))
        {
            if (ofTable.Select(write => write.Key).Distinct(StoragePlaces.Instance).Count() != ofTable.Count())
            {
                throw DynamoDbErrors.Validation("Transaction request cannot include multiple operations on one item");
            }
        }

        if (request.Actions.Sum(action => (long)(action.Request.Item ?? action.Request.Key)!.Size) > DynamoDbLimits.TransactionBytes)
        {
            throw DynamoDbErrors.Validation("Transaction request size has exceeded the maximum allowed size");
        }
    }

    private static (IReadOnlyList<WriteOutcome> Outcomes, bool IsRepeated) Run(DynamoDbService service, TransactionRequest request, ItemWrite[] writes)
    {
        if (request.ClientRequestToken is not { } clientToken)
        {
            return (WriteTransaction.Run(writes), false);
        }

        var token = service.Tokens.Take(clientToken, request.Fingerprint);
        lock (token.Gate)
        {
            var isRepeated = token.Outcome is not null;
            token.Outcome ??= WriteTransaction.Run(writes);
            return (token.Outcome, isRepeated);
        }
    }

    // A repeated transaction only reads what is there.
    private static void AddCapacity(ConsumedCapacity capacity, WriteOutcome outcome, bool isRepeated)
    {
        if (isRepeated)
        {
            capacity.AddTable(ReadUnits.Of(outcome.After?.Size ?? 0) * UnitsOfTransaction);
        }
        else
        {
            capacity.Add(outcome.Units, UnitsOfTransaction);
        }
    }
}
