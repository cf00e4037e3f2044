namespace Patterns.Sagas.Internal;

/// <summary>What a state machine asks of the function.</summary>
internal static class SagaTaskActions
{
    public const string Run = "run";
    public const string Undo = "undo";
    public const string Answer = "answer";
}
