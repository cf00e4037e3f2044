using Amazon.Lambda.APIGatewayEvents;
using EventDriven.Functions.Http;
using Patterns.Aws;
using Patterns.Tables;

namespace EventDriven.Functions.Portfolio;

/// <summary>Answers from the portfolio's own table, also while the asset service is down.</summary>
public sealed class GetPortfolio : HttpFunction
{
    private readonly ITable _table = Table.From(Environment.GetEnvironmentVariable("TABLE")!);

    protected override async Task<APIGatewayHttpApiV2ProxyResponse> RunAsync(APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var owner = request.PathParameters["owner"];
        if (!Name.IsValid(owner))
        {
            return Problem(404, "There is nobody of this name.");
        }

        var holdings = new List<Holding>();
        await foreach (var item in _table.QueryAsync(new TableQuery(owner), cancellationToken))
        {
            holdings.Add(Holding.Of(item));
        }

        return Ok(new PortfolioView(owner, holdings.Sum(holding => holding.Value), holdings), Json.Default.PortfolioView);
    }
}
