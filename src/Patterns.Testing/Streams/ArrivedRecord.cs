namespace Patterns.Testing;

internal sealed record ArrivedRecord(StreamRecord Record, DateTimeOffset ArrivedAt);
