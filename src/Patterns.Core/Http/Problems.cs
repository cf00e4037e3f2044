using System.Text.Json;

namespace Patterns.Http;

/// <summary>The problems that handlers of APIs answer with. Their types begin with <c>urn:patterns:problem:</c>.</summary>
public static class Problems
{
    private const string Prefix = "urn:patterns:problem:";

    /// <summary>400: the request could not be read.</summary>
    public static Problem Malformed(string detail) => Of(400, "malformed", "The request cannot be understood.", detail);

    /// <summary>400: the request names no version of the API, and there is none for those that do not. The member <c>versions</c> lists what there is.</summary>
    public static Problem VersionMissing(params IEnumerable<int> versions) =>
        Of(400, "version-missing", "The request names no version of the API.").WithVersions(versions);

    /// <summary>400, 404 or 406, by where the version is named: there is no such version. The member <c>versions</c> lists what there is.</summary>
    public static Problem VersionUnknown(int status, params IEnumerable<int> versions) =>
        Of(status, "version-unknown", "There is no such version of the API.").WithVersions(versions);

    /// <summary>410: there was such a version, and it is not served any more. The member <c>versions</c> lists what there is.</summary>
    public static Problem VersionRetired(params IEnumerable<int> versions) =>
        Of(410, "version-retired", "This version of the API is not served any more.").WithVersions(versions);

    /// <summary>401: nobody knows who asks, and it is not for everybody.</summary>
    public static Problem Unauthenticated() => Of(401, "unauthenticated", "The request needs a caller who is known.");

    /// <summary>404: there is nothing of this method and path.</summary>
    public static Problem NotFound() => new(404, "There is nothing here.");

    /// <summary>409: a request with the same key is running.</summary>
    public static Problem InProgress(TimeSpan retryAfter) =>
        Of(409, "in-progress", "A request with the same Idempotency-Key is running.") with { RetryAfter = retryAfter };

    /// <summary>409: a request with the same key came to an end that nobody knows.</summary>
    public static Problem OutcomeUnknown() =>
        Of(409, "outcome-unknown", "A request with the same Idempotency-Key did not say how it ended; it may have been done.");

    /// <summary>409: a request with the same key was done, and its reply was too large to be kept.</summary>
    public static Problem ReplyNotKept() => Of(409, "reply-not-kept", "The request was done before, and its reply was too large to be kept.");

    /// <summary>413: the body is larger than the API takes.</summary>
    public static Problem TooLarge(int maxBytes) => Of(413, "too-large", "The request is too large.", $"At most {maxBytes} bytes are taken.");

    /// <summary>415: the body is of another type than the API takes.</summary>
    public static Problem UnsupportedMediaType(string expected) =>
        Of(415, "unsupported-media-type", "The request is of a type that is not taken.", $"It must be {expected} in UTF-8.");

    /// <summary>422: the same key came with another request.</summary>
    public static Problem KeyReused() => Of(422, "key-reused", "The Idempotency-Key was used for another request.");

    /// <summary>422: the service behind the API refused the request.</summary>
    public static Problem Refused() => Of(422, "refused", "The service refused the request.");

    /// <summary>500: a mistake on this side.</summary>
    public static Problem Internal() => new(500, "Something went wrong here.");

    /// <summary>502: the service behind the API gave no answer that can be used.</summary>
    public static Problem BadAnswer() => Of(502, "bad-answer", "The service gave no usable answer.");

    /// <summary>502: the service behind the API could not be reached.</summary>
    public static Problem Unreachable() => Of(502, "unreachable", "The service could not be reached.");

    /// <summary>503: the service behind the API has failed too often and is left alone.</summary>
    public static Problem CircuitOpen(TimeSpan retryAfter) => Of(503, "circuit-open", "The service is out of order.") with { RetryAfter = retryAfter };

    /// <summary>503: the service behind the API, or what this side needs itself, asks to come later.</summary>
    public static Problem Unavailable(TimeSpan? retryAfter) => Of(503, "unavailable", "The service is not available now.") with { RetryAfter = retryAfter };

    /// <summary>504: there was no answer in time.</summary>
    public static Problem OutOfTime() => Of(504, "out-of-time", "The service did not answer in time.");

    private static Problem WithVersions(this Problem problem, IEnumerable<int> versions)
    {
        using var document = JsonDocument.Parse($"[{string.Join(',', versions)}]");
        return problem.With("versions", document.RootElement.Clone());
    }

    internal static Problem Of(int status, string type, string title, string? detail = null) => new(status, title) { Type = Prefix + type, Detail = detail };
}
