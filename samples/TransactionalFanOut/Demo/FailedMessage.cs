namespace TransactionalFanOut.Demo;

/// <summary>A message that could not be published.</summary>
internal sealed record FailedMessage(string Id, string Body, string Reason);
