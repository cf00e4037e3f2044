namespace Patterns.Local.Tests.Services.DynamoDb;

/// <summary>One random operation: what, on which of a few keys, with which value.</summary>
internal sealed record TableStep(int Kind, int Partition, int Sort, int Value);
