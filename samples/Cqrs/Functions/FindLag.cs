using Patterns.Cqrs;
using Patterns.Http;

namespace Cqrs.Functions;

/// <summary>How far the view is behind the policies that somebody looks at: <c>GET /lag?policies=a,b</c>.</summary>
public sealed class FindLag() : QueryHandler<IReadOnlyList<string>, LagPage>(Json.Default.LagPage, [])
{
    private const int MostPolicies = 50;

    protected override IReadOnlyList<string> Read(ApiRequest request)
    {
        var policies = request.QueryValue("policies")?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return policies.Length <= MostPolicies
            ? policies
            : throw new ProblemException(Problems.Malformed($"At most {MostPolicies} policies are taken."));
    }

    protected override async ValueTask<LagPage?> FindAsync(IReadOnlyList<string> query, QueryContext context) =>
        new LagPage(await Task.WhenAll(query.Select(id => FindAsync(id, context.CancellationToken))));

    private static async Task<PolicyLag> FindAsync(string id, CancellationToken cancellationToken)
    {
        var shown = await Views.Holders.GetPositionAsync(Policies.Type, id, cancellationToken);
        return new PolicyLag(id, await Policies.Events.GetVersionAsync(id, cancellationToken), shown);
    }
}
