using System.Globalization;
using System.Net.Http.Headers;
using Patterns.Http;

namespace Patterns.Backends.Internal;

/// <summary>Finds the version that a request names.</summary>
internal static class AskedVersion
{
    /// <returns>The version, and the path below it.</returns>
    /// <exception cref="ProblemException">There is no such version, or none is named.</exception>
    public static (ContractVersion Version, string Path) Of(ApiRequest request, BackendContract contract)
    {
        var (text, path) = contract.VersionIn switch
        {
            VersionPlace.Header => (request.Header(contract.VersionHeader)?.Trim(), request.Path),
            VersionPlace.MediaType => (OfAccept(request.Header("accept")), request.Path),
            _ => OfPath(request.Path),
        };
        return (Find(text, contract), path);
    }

    /// <summary>The headers by which replies to the same address differ.</summary>
    public static string? Varies(BackendContract contract) => contract.VersionIn switch
    {
        VersionPlace.Header => contract.VersionHeader,
        VersionPlace.MediaType => "Accept",
        _ => null,
    };

    private static ContractVersion Find(string? text, BackendContract contract)
    {
        if (text is null && contract.DefaultVersion is null)
        {
            throw new ProblemException(Problems.VersionMissing(contract.Numbers));
        }

        var number = text is null ? contract.DefaultVersion!.Value : Number(text);
        if (contract.Versions.FirstOrDefault(version => version.Number == number) is { } found)
        {
            return found;
        }

        throw new ProblemException(contract.IsRetired(number)
            ? Problems.VersionRetired(contract.Numbers)
            : Problems.VersionUnknown(contract.VersionIn switch { VersionPlace.Header => 400, VersionPlace.MediaType => 406, _ => 404 }, contract.Numbers));
    }

    private static (string? Text, string Path) OfPath(string path)
    {
        var parts = path.TrimStart('/').Split('/', 2);
        return parts[0].Length > 1 && parts[0][0] == 'v' && parts[0].AsSpan(1).ContainsAnyExceptInRange('0', '9') == false
            ? (parts[0][1..], parts.Length > 1 ? parts[1] : "")
            : (null, path);
    }

    /// <summary>The version of the range that the client likes best of those that name one.</summary>
    private static string? OfAccept(string? accept) => accept?.Split(',')
        .Select(range => MediaTypeWithQualityHeaderValue.TryParse(range, out var type) ? type : null)
        .Select(type => (Version: type?.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("version", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"'), Quality: type?.Quality ?? 1))
        .Where(range => range is { Version: not null, Quality: > 0 })
        .OrderByDescending(range => range.Quality)
        .Select(range => range.Version)
        .FirstOrDefault();

    /// <returns>-1 for what is no number of a version.</returns>
    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
