using Patterns.Local.Services.DynamoDb;
using Patterns.Local.Services.EventBridge;
using Patterns.Local.Services.Lambda;
using Patterns.Local.Services.Sns;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.StepFunctions.Executions;
using Patterns.Local.Services.StepFunctions.Language;
using Patterns.Local.Services.StepFunctions.Tasks;

namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary>Finds the service of the account that does a task's work.</summary>
internal sealed class AccountIntegrations(
    LambdaService lambda, SqsService sqs, SnsService sns, DynamoDbService dynamoDb, EventBridgeService events, Func<StartRequest, Execution> startExecution) : IIntegrations
{
    private readonly FunctionTask _function = new(lambda);
    private readonly LambdaInvoke _invoke = new(lambda);

    public IIntegration? Find(TaskResource resource)
    {
        if (resource.IsFunction)
        {
            return _function;
        }

        return IntegrationNames.Refusal(resource) is null ? Known(resource) : null;
    }

    private IIntegration? Known(TaskResource resource) => resource.Service switch
    {
        "lambda" => _invoke,
        "sqs" => new SqsOperation(sqs, Operation(resource), isOptimised: true),
        "sns" => new SnsPublish(sns, isOptimised: true),
        "events" => new PutEvents(events),
        "dynamodb" => new DynamoDbOperation(dynamoDb, Operation(resource), isOptimised: true),
        "states" => new NestedExecution(startExecution, isOptimised: true),
        IntegrationNames.SdkPrefix + "sqs" => new SqsOperation(sqs, Operation(resource), isOptimised: false),
        IntegrationNames.SdkPrefix + "sns" => new SnsPublish(sns, isOptimised: false),
        IntegrationNames.SdkPrefix + "dynamodb" => new DynamoDbOperation(dynamoDb, Operation(resource), isOptimised: false),
        IntegrationNames.SdkPrefix + "sfn" => new NestedExecution(startExecution, isOptimised: false),
        _ => null,
    };

    private static string Operation(TaskResource resource) => char.ToUpperInvariant(resource.Action[0]) + resource.Action[1..];
}
