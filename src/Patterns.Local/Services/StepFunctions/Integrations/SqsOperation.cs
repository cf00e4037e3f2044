using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.Sqs.Operations;
using Patterns.Local.Services.Sqs.Wire;
using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary>Runs an operation on queues.</summary>
/// <param name="queues">The queues.</param>
/// <param name="operation">The operation as the API spells it.</param>
/// <param name="isOptimised">False for an <c>aws-sdk</c> resource, whose errors are spelt otherwise and whose response has no metadata.</param>
internal sealed class SqsOperation(SqsService queues, string operation, bool isOptimised) : IIntegration
{
    private const string Body = "MessageBody";

    public async Task<JsonData> RequestAsync(IntegrationRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await JsonOperation.RunAsync(Parameters(request), (body, json) => SqsOperations.Find(operation)
                .RunAsync(new SqsCall(queues, JsonInput.Read(body), new JsonAnswer(json), cancellationToken))).ConfigureAwait(false);
            return isOptimised ? ResponseMetadata.AddTo(answer) : answer;
        }
        catch (AwsException error)
        {
            throw isOptimised
                ? ServiceFailure.Of(error, "SQS", "AmazonSQS", "AmazonSQSException")
                : ServiceFailure.Of(error, "Sqs", "Sqs", "SqsException");
        }
    }

    // The optimised integration takes any JSON as the body of a message.
    private JsonData Parameters(IntegrationRequest request) =>
        isOptimised && request.Parameters is ObjectData members && members.TryGet(Body, out var body) && body is not TextData
            ? members.With(Body, new TextData(body.ToString()))
            : request.Parameters;
}
