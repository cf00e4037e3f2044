using Microsoft.AspNetCore.Http;
using Patterns.Local.Services;

namespace Patterns.Local.Gateway;

/// <summary>Finds the service that a request means: by target header, signature, version or path, in this order.</summary>
internal sealed class ServiceSelector
{
    public const string TargetHeader = "X-Amz-Target";

    private readonly AwsEnvironment _aws;
    private readonly Dictionary<string, IAwsService> _byTarget = [];
    private readonly Dictionary<string, IAwsService> _byName = [];
    private readonly Dictionary<string, IAwsService>.AlternateLookup<ReadOnlySpan<char>> _targets;
    private readonly Dictionary<string, IAwsService>.AlternateLookup<ReadOnlySpan<char>> _names;

    public ServiceSelector(AwsEnvironment aws, IEnumerable<IAwsService> services)
    {
        _aws = aws;
        foreach (var service in services)
        {
            _byName.Add(service.SigningName, service);
            if (service.TargetPrefix is { } prefix)
            {
                _byTarget.Add(prefix, service);
            }
        }

        _targets = _byTarget.GetAlternateLookup<ReadOnlySpan<char>>();
        _names = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The signing names of everything that is emulated.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>The service, or null when the request says that it means another one or nothing at all.</summary>
    /// <param name="request">The request; its body is not touched.</param>
    /// <param name="wanted">What the request names: a target prefix or a signing name; empty when it names none.</param>
    public IAwsService? Select(HttpRequest request, out string wanted)
    {
        var headers = request.Headers;
        if (headers.TryGetValue(TargetHeader, out var target))
        {
            return ByTarget(target.ToString(), out wanted);
        }

        if (headers.Authorization is { Count: > 0 } authorization && CredentialScope.ServiceIn(authorization.ToString()) is { IsEmpty: false } scope)
        {
            return Known(_names, scope, out wanted);
        }

        if (request.QueryString is { HasValue: true, Value: { } query } && ByQuery(query, out wanted) is var byQuery && wanted.Length > 0)
        {
            return byQuery;
        }

        return Known(_names, ByPath(request), out wanted);
    }

    /// <summary>The service of a version of the Query protocol.</summary>
    public IAwsService? OfVersion(string? version) => version switch
    {
        "2012-11-05" => _byName.GetValueOrDefault("sqs"),
        "2010-03-31" => _byName.GetValueOrDefault("sns"),
        _ => null,
    };

    private static IAwsService? Known(Dictionary<string, IAwsService>.AlternateLookup<ReadOnlySpan<char>> services, ReadOnlySpan<char> name, out string wanted)
    {
        if (services.TryGetValue(name, out var known, out var service))
        {
            wanted = known;
            return service;
        }

        wanted = name.ToString();
        return null;
    }

    private IAwsService? ByTarget(string target, out string wanted)
    {
        var dot = target.IndexOf('.', StringComparison.Ordinal);
        return Known(_targets, dot < 0 ? target : target.AsSpan(0, dot), out wanted);
    }

    private IAwsService? ByQuery(string query, out string wanted)
    {
        var credential = QueryText.Find(query, "X-Amz-Credential");
        var service = credential is null ? default : CredentialScope.ServiceOf(credential);
        if (!service.IsEmpty)
        {
            return Known(_names, service, out wanted);
        }

        var versioned = OfVersion(QueryText.Find(query, "Version"));
        wanted = versioned?.SigningName ?? "";
        return versioned;
    }

    private ReadOnlySpan<char> ByPath(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        if (ApiDate.Starts(path))
        {
            return "lambda";
        }

        if (path.StartsWith("/schedules", StringComparison.Ordinal) || path.StartsWith("/schedule-groups", StringComparison.Ordinal))
        {
            return "scheduler";
        }

        if (path.StartsWith("/SimpleNotificationService-", StringComparison.Ordinal))
        {
            return "sns";
        }

        var isQueue = path.Length > _aws.AccountId.Length + 2
            && path.AsSpan(1).StartsWith(_aws.AccountId) && path[_aws.AccountId.Length + 1] == '/';
        return isQueue ? "sqs" : "";
    }
}
