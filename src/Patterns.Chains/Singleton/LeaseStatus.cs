namespace Patterns.Singleton;

/// <summary>How a lease stands.</summary>
/// <param name="Name">Which one.</param>
/// <param name="Owner">Who has it; null when it was given back.</param>
/// <param name="ExpiresAt">Until when, unless it is renewed; null when it was given back.</param>
/// <param name="Token">The fencing token of its last owner.</param>
public sealed record LeaseStatus(string Name, string? Owner, DateTimeOffset? ExpiresAt, long Token);
