using System.Diagnostics.CodeAnalysis;
using Patterns.Local.Gateway;

namespace Patterns.Local.HttpApi;

/// <summary>How requests name an API: <c>/_api/{id}/…</c>, or <c>{id}.execute-api.localhost</c> as host.</summary>
internal static class ApiAddress
{
    public const string PathPrefix = "/_api/";
    private const string HostSuffix = ".execute-api.localhost";

    /// <summary>The id in a host of the second form; null for every other host.</summary>
    public static string? IdInHost(string? host)
    {
        var name = HostCheck.WithoutPort(host);
        return name.Length > HostSuffix.Length && name.EndsWith(HostSuffix, StringComparison.OrdinalIgnoreCase)
            ? name[..^HostSuffix.Length].ToString()
            : null;
    }

    /// <summary>Splits a path of the first form into the API's id and the path inside of the API.</summary>
    public static bool TrySplitPath(string path, [NotNullWhen(true)] out string? id, [NotNullWhen(true)] out string? rest)
    {
        (id, rest) = (null, null);
        if (!path.StartsWith(PathPrefix, StringComparison.Ordinal))
        {
            return false;
        }

        var slash = path.IndexOf('/', PathPrefix.Length);
        id = slash < 0 ? path[PathPrefix.Length..] : path[PathPrefix.Length..slash];
        rest = slash < 0 ? "/" : path[slash..];
        return true;
    }

    /// <summary>The host that the API would have on AWS.</summary>
    public static string DomainOnAws(HttpApiDefinition api, string region) =>
        api.Kind == ApiKind.FunctionUrl ? $"{api.Id}.lambda-url.{region}.on.aws" : $"{api.Id}.execute-api.{region}.amazonaws.com";

    public static string LocalUrl(string endpoint, string id) => $"{endpoint}{PathPrefix}{id}";
}
