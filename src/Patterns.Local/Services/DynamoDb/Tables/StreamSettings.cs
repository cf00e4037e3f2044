namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>Whether a table writes its changes down, and what each record shows.</summary>
internal sealed record StreamSettings(bool IsEnabled, string? ViewType);
