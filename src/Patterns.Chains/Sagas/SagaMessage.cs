namespace Patterns.Sagas;

/// <summary>Has a saga go on.</summary>
/// <param name="SagaId">The saga.</param>
/// <param name="Turn">Which of its turns it is; a message of an earlier one is a copy and does nothing.</param>
public sealed record SagaMessage(string SagaId, int Turn);
