using Patterns.Cqrs;
using Patterns.Http;

namespace Cqrs.Functions;

/// <summary>The policies of a holder. With the token of a command's reply, they show what that command did.</summary>
public sealed class FindPolicies() : QueryHandler<string, HolderPage>(Json.Default.HolderPage, [Views.Holders])
{
    protected override string Read(ApiRequest request) => Uri.UnescapeDataString(request.PathParameters["holder"]);

    protected override async ValueTask<HolderPage?> FindAsync(string query, QueryContext context)
    {
        var policies = new List<PolicyRow>();
        await foreach (var row in Views.Holders.QueryAsync(new ViewQuery(query), context.CancellationToken))
        {
            policies.Add(row.Value);
        }

        return new HolderPage(policies);
    }
}
