namespace Patterns.Local.Tests.Services.Sqs;

/// <summary>One thing that a producer, a consumer or the clock does.</summary>
public readonly record struct QueueStep(int Kind, int Argument);
