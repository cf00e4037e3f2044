namespace Patterns.Local.Services.StepFunctions.Language;

/// <summary>What a Task state waits for.</summary>
internal enum IntegrationPattern
{
    RequestResponse,

    /// <summary><c>.sync</c>: the end of the job.</summary>
    RunJob,

    /// <summary><c>.sync:2</c>: the end of the job, whose output is JSON instead of text.</summary>
    RunJobJson,

    /// <summary><c>.waitForTaskToken</c>: the answer to the task token.</summary>
    WaitForTaskToken,
}
