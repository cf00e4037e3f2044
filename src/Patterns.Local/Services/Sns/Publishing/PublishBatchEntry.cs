namespace Patterns.Local.Services.Sns.Publishing;

internal sealed record PublishBatchEntry(string Id, PublishInput Input);
