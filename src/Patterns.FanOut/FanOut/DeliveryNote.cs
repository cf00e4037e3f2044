namespace Patterns.FanOut;

/// <summary>Who has a message.</summary>
/// <param name="MessageId">The message: its envelope's id.</param>
/// <param name="Destinations">The names of all routes whose destinations are known to have it, also of those that were found before.</param>
public sealed record DeliveryNote(string MessageId, IReadOnlyCollection<string> Destinations);
