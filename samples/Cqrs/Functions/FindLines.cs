using Patterns.Cqrs;
using Patterns.Http;

namespace Cqrs.Functions;

/// <summary>All lines of business.</summary>
public sealed class FindLines() : QueryHandler<string, LinesPage>(Json.Default.LinesPage, [Views.Lines])
{
    protected override string Read(ApiRequest request) => Views.AllLines;

    protected override async ValueTask<LinesPage?> FindAsync(string query, QueryContext context)
    {
        var lines = new List<LineRow>();
        await foreach (var row in Views.Lines.QueryAsync(new ViewQuery(query), context.CancellationToken))
        {
            lines.Add(row.Value);
        }

        return new LinesPage(lines);
    }
}
