namespace Patterns.Local.Services.EventBridge.Events;

/// <summary>What became of an entry: an id, or an error.</summary>
internal readonly record struct PutResult(string? EventId, string? ErrorCode = null, string? ErrorMessage = null);
