using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter.History;
using Patterns.Local.Services.StepFunctions.Language.Expressions;
using Patterns.Local.Services.StepFunctions.Language.Paths;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>One stay of an execution in a state: its input, its events and the steps that all states have in common.</summary>
internal sealed class StateVisit(RunEnvironment environment, StateDefinition state, JsonData input, RunScope scope, CancellationToken stopping)
{
    private ObjectData? _context;

    public RunEnvironment Environment => environment;

    public StateDefinition State => state;

    /// <summary>The raw input.</summary>
    public JsonData Input => input;

    public RunScope Scope => scope;

    public CancellationToken Stopping => stopping;

    public long EnteredEvent { get; private set; }

    public DateTimeOffset EnteredTime { get; private set; }

    public int RetryCount { get; private set; }

    public string? TaskToken { get; private set; }

    public ObjectData Context => _context ??= ContextObject.Build(environment, this, scope.Item);

    /// <summary>Begins another attempt, with a token of its own.</summary>
    public void BeginAttempt(int retryCount, string? taskToken)
    {
        (RetryCount, TaskToken) = (retryCount, taskToken);
        _context = null;
    }

    public void Enter(HistoryEventType type)
    {
        EnteredTime = environment.Time.GetUtcNow();
        EnteredEvent = Record(type, new StateEnteredDetails(state.Name, input));
    }

    public long Record(HistoryEventType type, EventDetails? details = null) => environment.History.Append(scope.Cursor, type, details);

    public IDataScope Seeing(JsonData data) => new DataScope(this, data, null);

    /// <summary>The same for the selector of a Map state, which sees its item.</summary>
    public IDataScope Seeing(JsonData data, ObjectData item) => new DataScope(this, data, item);

    /// <summary>The input after <c>InputPath</c>.</summary>
    public JsonData EffectiveInput() => Select("InputPath", state.InputPath, input);

    /// <summary>The output after <c>OutputPath</c>, within the limits.</summary>
    public JsonData EffectiveOutput(JsonData output) => Bounded(Select("OutputPath", state.OutputPath, output));

    public JsonData Select(string field, DataPath? path, JsonData data)
    {
        if (path is null)
        {
            return ObjectData.Empty;
        }

        return ReferenceEquals(path, StateDefinition.DefaultPath)
            ? data
            : path.Evaluate(Seeing(data)) ?? throw EvaluationException.Runtime($"Invalid path '{path.Text}' : The value of the field '{field}' could not be found in the input '{data}'");
    }

    /// <summary>An integer that the definition gives or its path leads to.</summary>
    public long? Integer(IntegerField? field, JsonData data)
    {
        if (field is not { Path: { } path })
        {
            return field?.Value;
        }

        return path.Evaluate(Seeing(data)) is NumberData number && number.TryGetInteger(out var value) && value >= 0
            ? value
            : throw EvaluationException.Runtime($"The {field.Name} parameter does not reference an integer value: {path.Text}");
    }

    /// <summary>Assigns the variables, records the exit and hands the output on.</summary>
    /// <param name="type">The event of the exit.</param>
    /// <param name="output">What <c>OutputPath</c> is applied to, unless <paramref name="isFinal"/>.</param>
    /// <param name="seen">What <c>$</c> is for the variables.</param>
    /// <param name="next">Where to go; null for the end.</param>
    /// <param name="assign">The variables to assign; null for none.</param>
    /// <param name="isFinal">Whether the output is handed on as it is.</param>
    public StateOutcome Exit(HistoryEventType type, JsonData output, JsonData seen, string? next, ObjectTemplate? assign, bool isFinal = false)
    {
        var handed = isFinal ? Bounded(output) : EffectiveOutput(output);
        var variables = assign?.EvaluateMembers(Seeing(seen)) ?? ObjectData.Empty;
        if (assign is not null)
        {
            scope.Assign(variables);
        }

        Record(type, new StateExitedDetails(state.Name, handed, variables));
        return new StateOutcome(handed, next, null);
    }

    /// <summary>The error of a state whose expressions failed, in the service's words.</summary>
    public StatesError Describe(EvaluationException error) => new(
        error.Error, $"An error occurred while executing the state '{state.Name}' (entered at the event id #{EnteredEvent}). {error.Message}");

    private JsonData Bounded(JsonData data)
    {
        if (data.ByteCount > environment.Options.MaxPayloadBytes)
        {
            throw new EvaluationException(
                StatesErrors.DataLimitExceeded, $"The state/task '{state.Name}' returned a result with a size exceeding the maximum number of bytes service limit.");
        }

        return data.Depth <= JsonData.MaxDepth ? data : throw EvaluationException.Runtime($"The output nests deeper than {JsonData.MaxDepth}.");
    }

    private sealed class DataScope(StateVisit visit, JsonData data, ObjectData? item) : IDataScope
    {
        public JsonData Input => data;

        public JsonData Context => item is null ? visit.Context : ContextObject.Build(visit.Environment, visit, item);

        public JsonData? Variable(string name) => visit.Scope.Variable(name);

        public double NextRandom() => visit.Environment.NextRandom();
    }
}
