using Patterns.Local.Services.StepFunctions.Interpreter;

namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary>Says the error of a service as a state sees it: <c>{Service}.{Error}Exception</c>.</summary>
internal static class ServiceFailure
{
    /// <param name="error">The service's error.</param>
    /// <param name="prefix">The service's name in errors: <c>DynamoDB</c>, or <c>DynamoDb</c> for an <c>aws-sdk</c> resource.</param>
    /// <param name="service">The service's name in causes: <c>AmazonDynamoDBv2</c>.</param>
    /// <param name="general">The error for what the service's model does not have.</param>
    public static IntegrationException Of(AwsException error, string prefix, string service, string general)
    {
        var name = error.Code is "ValidationException" or "SerializationException" or "UnknownOperationException" ? general : WithEnding(error.Code);
        var cause = FormattableString.Invariant(
            $"{error.Message} (Service: {service}; Status Code: {error.Status}; Error Code: {error.QueryCode}; Request ID: {RandomId.New():D}; Proxy: null)");
        return new IntegrationException(new StatesError($"{prefix}.{name}", cause));
    }

    private static string WithEnding(string code) => code.EndsWith("Exception", StringComparison.Ordinal) ? code : code + "Exception";
}
