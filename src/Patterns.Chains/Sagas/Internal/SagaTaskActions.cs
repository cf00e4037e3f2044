namespace Patterns.Sagas.Internal;

/// <summary>What a state machine asks of the function.</summary>
internal static class SagaTaskActions
{
    public const string Run = "run";
    public const string Undo = "undo";

    /// <summary>Finds out whether an atomic step whose attempts all failed has happened after all.</summary>
    public const string Settle = "settle";
    public const string Answer = "answer";
}
