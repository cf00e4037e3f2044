using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter;

namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary>Work that goes on.</summary>
/// <param name="Response">The response to the request that started it.</param>
/// <param name="WaitAsync">Waits for its end; stops it when it is cancelled.</param>
internal sealed record SubmittedJob(JsonData Response, Func<CancellationToken, Task<TaskOutcome>> WaitAsync);
