namespace EventDriven.Functions.Http;

/// <summary>Why a request was not done.</summary>
public sealed record Problem(string Title);
