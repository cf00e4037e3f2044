using Microsoft.AspNetCore.Http;

namespace Patterns.Local.Services.Scheduler;

/// <summary>The errors of the service, in its words.</summary>
internal static class SchedulerErrors
{
    public static AwsException Validation(string message) => new("ValidationException", message);

    public static AwsException Constraint(string value, string member, string constraint) =>
        Validation($"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: {constraint}");

    public static AwsException Missing(string member) =>
        Validation($"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null");

    public static AwsException ScheduleNotFound(string name) => NotFound($"Schedule {name} does not exist.");

    public static AwsException GroupNotFound(string name) => NotFound($"Schedule group {name} does not exist.");

    public static AwsException ScheduleExists(string name) => Conflict($"Schedule {name} already exists.");

    public static AwsException GroupExists(string name) => Conflict($"Schedule group {name} already exists.");

    private static AwsException NotFound(string message) => new("ResourceNotFoundException", message, StatusCodes.Status404NotFound);

    private static AwsException Conflict(string message) => new("ConflictException", message, StatusCodes.Status409Conflict);
}
