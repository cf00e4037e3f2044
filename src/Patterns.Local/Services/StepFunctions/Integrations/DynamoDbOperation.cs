using Patterns.Local.Services.DynamoDb;
using Patterns.Local.Services.DynamoDb.Operations;
using Patterns.Local.Services.DynamoDb.Wire;
using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary>Runs an operation on tables or items.</summary>
/// <param name="tables">The tables.</param>
/// <param name="operation">The operation as the API spells it.</param>
/// <param name="isOptimised">False for an <c>aws-sdk</c> resource, whose errors are spelt otherwise and whose response has no metadata.</param>
internal sealed class DynamoDbOperation(DynamoDbService tables, string operation, bool isOptimised) : IIntegration
{
    public async Task<JsonData> RequestAsync(IntegrationRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await JsonOperation.RunAsync(request.Parameters, (body, json) =>
            {
                DynamoDbOperations.Find(operation).Run(new DynamoDbCall(tables, body, json));
                return ValueTask.CompletedTask;
            }).ConfigureAwait(false);
            return isOptimised ? ResponseMetadata.AddTo(answer) : answer;
        }
        catch (AwsException error)
        {
            throw isOptimised
                ? ServiceFailure.Of(error, "DynamoDB", "AmazonDynamoDBv2", "AmazonDynamoDBException")
                : ServiceFailure.Of(error, "DynamoDb", "DynamoDb", "DynamoDbException");
        }
    }
}
