namespace Patterns.Local.Services.StepFunctions;

/// <summary>The errors of the service, with its codes and words.</summary>
internal static class StepFunctionsErrors
{
    public static AwsException StateMachineDoesNotExist(string arn) => new("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");

    public static AwsException StateMachineAlreadyExists(string arn) => new("StateMachineAlreadyExists", $"State Machine Already Exists: '{arn}'");

    public static AwsException StateMachineDeleting(string arn) => new("StateMachineDeleting", $"State Machine is being deleted: '{arn}'");

    public static AwsException StateMachineTypeNotSupported() =>
        new("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");

    public static AwsException ExecutionDoesNotExist(string arn) => new("ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");

    public static AwsException ExecutionAlreadyExists(string arn) => new("ExecutionAlreadyExists", $"Execution Already Exists: '{arn}'");

    public static AwsException ExecutionLimitExceeded(int limit) =>
        new("ExecutionLimitExceeded", $"Execution Limit Exceeded: {limit} executions run already");

    public static AwsException HistoryWasDropped(string arn) => new(
        "ExecutionDoesNotExist",
        $"Execution History Does Not Exist: '{arn}' has ended, and the runner keeps the histories of the latest executions only");

    public static AwsException InvalidArn(string arn) => new("InvalidArn", $"Invalid Arn: '{arn}'");

    public static AwsException ResourceTypeNotValid(string type) =>
        new("InvalidArn", $"Invalid Arn: 'Resource type not valid in this context: {type}'");

    public static AwsException InvalidName(string name) => new("InvalidName", $"Invalid Name: '{name}'");

    public static AwsException InvalidDefinition(string message) => new("InvalidDefinition", message);

    public static AwsException InvalidExecutionInput(string reason) =>
        new("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{reason}'");

    public static AwsException InvalidOutput(string reason) => new("InvalidOutput", $"Invalid Output: '{reason}'");

    public static AwsException InvalidToken() => new("InvalidToken", "Invalid Token: 'Invalid token'");

    public static AwsException TaskDoesNotExist() => new("TaskDoesNotExist", "Task Does Not Exist: 'Provided task does not exist'");

    public static AwsException TaskTimedOut() => new("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");

    public static AwsException MissingUpdate() => new("MissingRequiredParameter", "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified");

    public static AwsException NotEmulated(string what) => Validation($"{what} is not emulated here; docs/conformance.md lists what is.");

    public static AwsException Missing(string member) => Constraint("null", member, "Member must not be null");

    public static AwsException TooShort(string member) => Constraint("''", member, "Member must have length greater than or equal to 1");

    /// <summary>A text that is too long; the service does not repeat texts that may be sensitive.</summary>
    public static AwsException TooLong(string member, int most) =>
        Validation(FormattableString.Invariant($"1 validation error detected: Value at '{member}' failed to satisfy constraint: Member must have length less than or equal to {most}"));

    public static AwsException NotInSet(string value, string member, params IReadOnlyList<string> allowed) =>
        Constraint($"'{value}'", member, $"Member must satisfy enum value set: [{string.Join(", ", allowed)}]");

    public static AwsException OutOfRange(long value, string member, long least, long most) => value < least
        ? Constraint(FormattableString.Invariant($"'{value}'"), member, FormattableString.Invariant($"Member must have value greater than or equal to {least}"))
        : Constraint(FormattableString.Invariant($"'{value}'"), member, FormattableString.Invariant($"Member must have value less than or equal to {most}"));

    public static AwsException Serialization(string message) => new("SerializationException", message);

    public static AwsException Validation(string message) => new("ValidationException", message);

    private static AwsException Constraint(string value, string member, string constraint) =>
        Validation($"1 validation error detected: Value {value} at '{member}' failed to satisfy constraint: {constraint}");
}
