namespace Patterns.Local.Services.Lambda;

/// <summary>The errors of the service, in its words.</summary>
internal static class LambdaErrors
{
    public static AwsException FunctionNotFound(string arn) =>
        new("ResourceNotFoundException", $"Function not found: {arn}", 404);

    public static AwsException NotFound(string message) => new("ResourceNotFoundException", message, 404);

    public static AwsException Conflict(string message) => new("ResourceConflictException", message, 409);

    public static AwsException InvalidParameter(string message) => new("InvalidParameterValueException", message);

    public static AwsException InvalidRequestContent(string message) => new("InvalidRequestContentException", message);

    /// <summary>A value that breaks the model of the API.</summary>
    public static AwsException Validation(string value, string member, string constraint) => new(
        "ValidationException",
        $"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: {constraint}");
}
