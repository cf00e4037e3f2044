namespace Patterns.Local.Services.EventBridge;

/// <summary>The errors of the service, in its words.</summary>
internal static class EventBridgeErrors
{
    public static AwsException BusNotFound(string name) => NotFound($"Event bus {name} does not exist.");

    public static AwsException RuleNotFound(string rule, string bus) => NotFound($"Rule {rule} does not exist on EventBus {bus}.");

    public static AwsException NotFound(string message) => new("ResourceNotFoundException", message);

    public static AwsException BusExists(string name) => new("ResourceAlreadyExistsException", $"Event bus {name} already exists.");

    public static AwsException LimitExceeded(string message) => new("LimitExceededException", message);

    public static AwsException InvalidPattern(string reason) => new("InvalidEventPatternException", $"Event pattern is not valid. Reason: {reason}");

    public static AwsException Validation(string message) => new("ValidationException", message);

    /// <summary>A value that breaks the model of the API.</summary>
    public static AwsException Constraint(string value, string member, string constraint) =>
        Validation($"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: {constraint}");

    public static AwsException Missing(string member) =>
        Validation($"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null");
}
