using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Patterns.Local.HttpApi;

/// <summary>The HTTP APIs of the account, by id.</summary>
internal sealed class HttpApiService
{
    private readonly ConcurrentDictionary<string, HttpApiDefinition> _apis = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<HttpApiDefinition> All => _apis.Values;

    public void Add(HttpApiDefinition api) => _apis[api.Id] = api;

    public bool TryFind(string id, [NotNullWhen(true)] out HttpApiDefinition? api) => _apis.TryGetValue(id, out api);
}
