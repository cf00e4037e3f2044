namespace TransactionalFanOut.Demo;

/// <summary>A request, and what the answer must be, depending on whether the order could be placed.</summary>
internal sealed record Request(string Path, string Body, int IfPlaced, int IfRefused);
