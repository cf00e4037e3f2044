using Patterns.Local.Services.StepFunctions.Executions;
using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Services.StepFunctions.StateMachines;

/// <summary>A state machine with its executions.</summary>
internal sealed class StateMachine(string name, string arn, WorkflowType type, StateMachineSettings settings, DateTimeOffset createdAt)
{
    private volatile StateMachineSettings _settings = settings;
    private volatile bool _isDeleting;

    public string Name { get; } = name;

    public string Arn { get; } = arn;

    public WorkflowType Type { get; } = type;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public ExecutionList Executions { get; } = new();

    public StateMachineTags Tags { get; } = new();

    public StateMachineSettings Settings => _settings;

    /// <summary>True from the request to delete it until its last execution has ended: nothing is started any more.</summary>
    public bool IsDeleting => _isDeleting;

    public bool IsExpress => Type == WorkflowType.Express;

    public string TypeName => IsExpress ? StateMachineTypes.Express : StateMachineTypes.Standard;

    public void Change(StateMachineSettings settings) => _settings = settings;

    public void BeginDeleting() => _isDeleting = true;
}
