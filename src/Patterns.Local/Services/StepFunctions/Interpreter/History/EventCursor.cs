namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary>The last event of one line of the execution, which the next event of that line follows.</summary>
internal sealed class EventCursor(long last)
{
    public long Last { get; set; } = last;
}
