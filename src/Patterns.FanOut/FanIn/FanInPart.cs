namespace Patterns.FanIn;

/// <summary>A part of an aggregate.</summary>
/// <param name="Id">What tells it from other parts of the aggregate.</param>
/// <param name="Message">The message.</param>
/// <param name="ArrivedAt">When it was counted.</param>
/// <typeparam name="TPart">The message's type.</typeparam>
public sealed record FanInPart<TPart>(string Id, TPart Message, DateTimeOffset ArrivedAt);
