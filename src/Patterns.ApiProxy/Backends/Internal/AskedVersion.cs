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
        var (texts, path) = contract.VersionIn switch
        {
            VersionPlace.Header => (Only(request.Header(contract.VersionHeader)?.Trim()), request.Path),
            VersionPlace.MediaType => (OfAccept(request.Header("accept")), request.Path),
            _ => OfPath(request.Path),
        };
        return (Find(texts, contract), path);
    }

    /// <summary>The headers by which replies to the same address differ.</summary>
    public static string? Varies(BackendContract contract) => contract.VersionIn switch
    {
        VersionPlace.Header => contract.VersionHeader,
        VersionPlace.MediaType => "Accept",
        _ => null,
    };

    /// <summary>The first one that is served; where none is, the first one says what is wrong.</summary>
    private static ContractVersion Find(List<string> texts, BackendContract contract)
    {
        if (texts.Count == 0 && contract.DefaultVersion is null)
        {
            throw new ProblemException(Problems.VersionMissing(contract.Numbers));
        }

        var numbers = texts.Count == 0 ? [contract.DefaultVersion!.Value] : texts.ConvertAll(Number);
        if (numbers.Select(number => contract.Versions.FirstOrDefault(version => version.Number == number)).FirstOrDefault(version => version is not null) is { } found)
        {
            return found;
        }

        throw new ProblemException(contract.IsRetired(numbers[0])
            ? Problems.VersionRetired(contract.Numbers)
            : Problems.VersionUnknown(contract.VersionIn switch { VersionPlace.Header => 400, VersionPlace.MediaType => 406, _ => 404 }, contract.Numbers));
    }

    private static (List<string> Texts, string Path) OfPath(string path)
    {
        var parts = path.TrimStart('/').Split('/', 2);
        return parts[0].Length > 1 && parts[0][0] == 'v' && parts[0].AsSpan(1).ContainsAnyExceptInRange('0', '9') == false
            ? ([parts[0][1..]], parts.Length > 1 ? parts[1] : "")
            : ([], path);
    }

    /// <summary>The versions that ranges name, what the client likes best first.</summary>
    private static List<string> OfAccept(string? accept) => [.. (accept ?? "").Split(',')
        .Select(range => MediaTypeWithQualityHeaderValue.TryParse(range, out var type) ? type : null)
        .Select(type => (Version: type?.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("version", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"'), Quality: type?.Quality ?? 1))
        .Where(range => range is { Version: not null, Quality: > 0 })
        .OrderByDescending(range => range.Quality)
        .Select(range => range.Version!)];

    private static List<string> Only(string? text) => text is null ? [] : [text];

    /// <returns>-1 for what is no number of a version.</returns>
    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
