using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>What the interpreter learns of a task while it runs; reports after the task's end are ignored.</summary>
internal interface ITaskProgress
{
    void Started();

    void Submitted(JsonData response);

    void Heartbeat();
}
