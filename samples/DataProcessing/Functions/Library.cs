using System.Security.Cryptography;
using System.Text;
using Patterns.Aws;
using Patterns.Tables;

namespace DataProcessing.Functions;

/// <summary>
/// Keeps texts, each under the hash of itself, in pages that fit into items. The head comes last: a document with a head is whole,
/// and one that was broken off is written again by the next upload.
/// </summary>
public sealed class Library(ITable table)
{
    private const string PagePrefix = "page#";
    private static readonly TimeSpan Retention = TimeSpan.FromDays(14);

    public static Library FromEnvironment() => new(Table.From(Environment.GetEnvironmentVariable("TABLE")!));

    public async Task<Document> StoreAsync(Upload upload, CancellationToken cancellationToken)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(upload.Text)));
        var expiresAt = DateTimeOffset.UtcNow + Retention;
        var pages = LinePacker.Pack(upload.Text.Split('\n'), mostLines: int.MaxValue)
            .Select(TableWrite (lines, number) => new TablePut(new TableItem(PageKey(id, number))
            {
                ["text"] = string.Join('\n', lines),
                ExpiresAt = expiresAt,
            }));
        await table.WriteManyAsync([.. pages], cancellationToken);
        await table.PutAsync(new TableItem(HeadKey(id)) { ExpiresAt = expiresAt }, cancellationToken);
        return new Document(upload.Name, id);
    }

    public async Task<IReadOnlyList<string>> ReadLinesAsync(Document document, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        await foreach (var page in table.QueryAsync(new TableQuery(PartitionOf(document.Id)) { SortPrefix = PagePrefix }, cancellationToken))
        {
            lines.AddRange(page["text"]!.GetString().Split('\n'));
        }

        return lines;
    }

    /// <summary>The first of the documents that is not there; null when all are.</summary>
    public async Task<Document?> FindMissingAsync(IReadOnlyList<Document> documents, CancellationToken cancellationToken)
    {
        var ids = documents.Select(document => document.Id).Distinct().ToList();
        var heads = await table.GetManyAsync([.. ids.Select(HeadKey)], cancellationToken);
        var missing = ids.Where((_, index) => heads[index] is null).ToHashSet();
        return documents.FirstOrDefault(document => missing.Contains(document.Id));
    }

    private static string PartitionOf(string id) => $"document/{id}";

    private static TableKey HeadKey(string id) => new(PartitionOf(id), "head");

    private static TableKey PageKey(string id, int number) => new(PartitionOf(id), $"{PagePrefix}{number:D6}");
}
