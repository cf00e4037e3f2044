using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.APIGatewayEvents;
using Patterns.Aws;
using Patterns.Tables;

namespace EventDriven.Functions.Http;

/// <summary>Saves version N of something on top of version N-1, in the service's own table, and in no other.</summary>
/// <remarks>A client who did not hear the answer asks again, and gets the same one: the version is saved once.</remarks>
/// <typeparam name="TState">What is saved.</typeparam>
public abstract class UpdateFunction<TState>(JsonTypeInfo<TState> json) : HttpFunction
    where TState : class
{
    private readonly ITable _table = Table.From(Environment.GetEnvironmentVariable("TABLE")!);

    protected sealed override async Task<APIGatewayHttpApiV2ProxyResponse> RunAsync(APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var id = request.PathParameters["id"];
        if (!Name.IsValid(id) || Read(request, json) is not { } state || ItemOf(id, state) is not { } item)
        {
            return Problem(400, "An owner, an amount and the version that is to be made are needed.");
        }

        var saved = new Saved(id, (int)item["version"]!.GetInt64());
        return await SaveAsync(item, saved.Version, cancellationToken)
            ? await AnswerAsync(saved, cancellationToken)
            : Problem(409, "This version was made by somebody else, or the one before it is missing.");
    }

    /// <summary>The item, or null when the state cannot be right. It needs a <c>version</c> and an <c>owner</c>.</summary>
    protected abstract TableItem? ItemOf(string id, TState state);

    /// <summary>What comes after the item was saved. Whatever it is, the item is saved already.</summary>
    protected abstract Task<APIGatewayHttpApiV2ProxyResponse> AnswerAsync(Saved saved, CancellationToken cancellationToken);

    private async Task<bool> SaveAsync(TableItem item, int version, CancellationToken cancellationToken)
    {
        var isNext = version == 1
            ? TableCondition.ItemMissing
            : TableCondition.Equal("version", version - 1) & TableCondition.Equal("owner", item["owner"]!);
        var result = await _table.PutAsync(item, cancellationToken, isNext);
        return result.Applied || IsSame(item, result.Item);
    }

    private static bool IsSame(TableItem item, TableItem? found) =>
        found is not null && item.Attributes.All(attribute => attribute.Value.Equals(found[attribute.Key]));
}
