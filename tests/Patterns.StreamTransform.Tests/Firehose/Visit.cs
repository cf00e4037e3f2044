namespace Patterns.StreamTransform.Tests.Firehose;

internal sealed record Visit(string Page, string? Country = null);
