using Patterns.Local.Functions;
using Patterns.Local.Services.Lambda;
using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary><c>lambda:invoke</c>: the reply stands under <c>Payload</c>.</summary>
internal sealed class LambdaInvoke(LambdaService lambda) : IIntegration
{
    private const int Accepted = 202;

    private readonly FunctionTask _function = new(lambda);

    public async Task<JsonData> RequestAsync(IntegrationRequest request, CancellationToken cancellationToken)
    {
        var parameters = request.Read();
        var name = parameters.Required("FunctionName");
        var payload = parameters.Find("Payload") ?? ObjectData.Empty;
        var options = InvocationOptions.None with { Qualifier = parameters.Text("Qualifier") };
        switch (parameters.Text("InvocationType"))
        {
            case null or "RequestResponse":
                return Response(await _function.InvokeAsync(request, name, payload, options, cancellationToken).ConfigureAwait(false));
            case "Event":
                return Enqueue(name, payload);
            case var type:
                throw IntegrationException.Runtime($"The InvocationType '{type}' is none of RequestResponse and Event.");
        }
    }

    private static ObjectData Response(InvocationResult result) => ResponseMetadata.AddTo(
        ObjectData.Of(
            ("ExecutedVersion", new TextData(result.ExecutedVersion)),
            ("Payload", FunctionTask.Reply(result)),
            ("StatusCode", new NumberData(200))),
        result.RequestId);

    private ObjectData Enqueue(string name, JsonData payload)
    {
        try
        {
            var id = lambda.Async.Enqueue(lambda.Functions.Find(name).Name, payload.ToUtf8());
            return ResponseMetadata.AddTo(ObjectData.Of(("StatusCode", new NumberData(Accepted))), id, Accepted);
        }
        catch (AwsException error)
        {
            throw ServiceFailure.Of(error, "Lambda", "AWSLambda", "AWSLambdaException");
        }
    }
}
