namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>The reserved error names of the language.</summary>
internal static class StatesErrors
{
    public const string All = "States.ALL";
    public const string Timeout = "States.Timeout";
    public const string HeartbeatTimeout = "States.HeartbeatTimeout";
    public const string TaskFailed = "States.TaskFailed";
    public const string Permissions = "States.Permissions";
    public const string ResultPathMatchFailure = "States.ResultPathMatchFailure";
    public const string BranchFailed = "States.BranchFailed";
    public const string ExceedToleratedFailureThreshold = "States.ExceedToleratedFailureThreshold";
    public const string DataLimitExceeded = "States.DataLimitExceeded";

    /// <summary>
    /// What paths that lead nowhere, failed intrinsic functions and choices without a match come out as; <see cref="All"/>
    /// does not match it.
    /// </summary>
    public const string Runtime = "States.Runtime";
}
