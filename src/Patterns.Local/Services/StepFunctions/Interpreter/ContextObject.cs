using System.Globalization;
using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>The context object, <c>$$</c>.</summary>
internal static class ContextObject
{
    public static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <param name="environment">The execution.</param>
    /// <param name="visit">The state.</param>
    /// <param name="item">The iteration in which the state is; null outside of Map states.</param>
    public static ObjectData Build(RunEnvironment environment, StateVisit visit, ObjectData? item)
    {
        var state = new ObjectBuilder();
        state.Set("Name", new TextData(visit.State.Name));
        state.Set("EnteredTime", new TextData(Format(visit.EnteredTime)));
        if (visit.State is Language.States.WorkState)
        {
            state.Set("RetryCount", new NumberData(visit.RetryCount));
        }

        var context = new ObjectBuilder();
        context.Set("Execution", environment.ExecutionContext);
        context.Set("StateMachine", environment.MachineContext);
        context.Set("State", state.Build());
        if (visit.TaskToken is { } token)
        {
            context.Set("Task", ObjectData.Of(("Token", new TextData(token))));
        }

        if (item is not null)
        {
            context.Set("Map", ObjectData.Of(("Item", item)));
        }

        return context.Build();
    }

    public static ObjectData Item(int index, JsonData value) => ObjectData.Of(("Index", new NumberData(index)), ("Value", value));
}
