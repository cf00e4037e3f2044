using Patterns.Local.Services.DynamoDb.Capacity;
using Patterns.Local.Services.DynamoDb.Reads;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

internal sealed class BatchGetItem : IDynamoDbOperation
{
    public string Name => nameof(BatchGetItem);

    public void Run(DynamoDbCall call)
    {
        var request = BatchGetRequest.Read(call.Body);
        var detail = CapacityAnswer.Detail(request.ReturnConsumedCapacity);
        CheckCount(request);
        var room = (long)DynamoDbLimits.BatchGetBytes;
        var reads = new List<BatchRead>();
        foreach (var read in request.Tables.Select(table => new BatchRead(call.Service, table)).ToList())
        {
            room -= read.Run(room);
            reads.Add(read);
        }

        BatchReadAnswer.Write(call.Json, reads, detail);
    }

    private static void CheckCount(BatchGetRequest request)
    {
        var count = 0;
        foreach (var table in request.Tables)
        {
            count += table.Keys?.Count switch
            {
                null => throw DynamoDbErrors.NullMember($"requestItems.{table.TableName}.member.keys"),
                0 => throw DynamoDbErrors.Constraint("[]", $"requestItems.{table.TableName}.member.keys", "Member must have length greater than or equal to 1"),
                var keys => keys.Value,
            };
        }

        if (count > DynamoDbLimits.BatchGetKeys)
        {
            throw DynamoDbErrors.Validation("Too many items requested for the BatchGetItem call");
        }
    }
}
