namespace Patterns.Local.HttpApi;

/// <summary>What differs between the kinds of APIs over HTTP: limits, and the service's own words.</summary>
/// <remarks>
/// The texts are those that the services answer with. From memory, since no page has them all: the answer to headers that are too large,
/// and those of function URLs.
/// </remarks>
internal sealed record ApiKind
{
    private const int Megabyte = 1024 * 1024;

    public static ApiKind Http { get; } = new()
    {
        LongestTimeout = TimeSpan.FromSeconds(30),
        AuthorizerTimeout = TimeSpan.FromSeconds(10),
        LargestRequest = 10 * Megabyte,
        ContentType = "text/plain; charset=utf-8",
        NoStage = HttpApiReply.Message(404, "Not Found"),
        NoRoute = HttpApiReply.Message(404, "Not Found"),
        TimedOut = HttpApiReply.Message(503, "Service Unavailable"),
        FunctionFailed = HttpApiReply.Message(500, "Internal Server Error"),
        FunctionThrottled = HttpApiReply.Message(503, "Service Unavailable"),
        RequestTooLarge = HttpApiReply.Message(413, "Request Entity Too Large"),
        EventTooLarge = HttpApiReply.Message(413, "Request Entity Too Large"),
        HeadersTooLarge = HttpApiReply.Message(431, "Request Header Fields Too Large"),
        Throttled = HttpApiReply.Message(429, "Too Many Requests"),
        Unauthorized = HttpApiReply.Message(401, "Unauthorized"),
        Denied = HttpApiReply.Message(403, "Forbidden"),
        ExplicitlyDenied = HttpApiReply.Message(403, "Forbidden"),
        AuthorizerFailed = HttpApiReply.Message(500, "Internal Server Error"),
    };

    public static ApiKind Rest { get; } = new()
    {
        LongestTimeout = TimeSpan.FromSeconds(29),
        AuthorizerTimeout = TimeSpan.FromSeconds(29),
        LargestRequest = 10 * Megabyte,
        ContentType = "application/json",
        NoStage = HttpApiReply.Error(403, "ForbiddenException", """{"message":"Forbidden"}"""),
        NoRoute = HttpApiReply.Error(403, "MissingAuthenticationTokenException", """{"message":"Missing Authentication Token"}"""),
        TimedOut = HttpApiReply.Error(504, "InternalServerErrorException", """{"message": "Endpoint request timed out"}"""),
        FunctionFailed = HttpApiReply.Error(502, "InternalServerErrorException", """{"message": "Internal server error"}"""),
        FunctionThrottled = HttpApiReply.Error(500, "InternalServerErrorException", """{"message": "Internal server error"}"""),
        RequestTooLarge = HttpApiReply.Error(413, "RequestTooLargeException", """{"message":"HTTP content length exceeded 10485760 bytes."}"""),
        EventTooLarge = HttpApiReply.Error(413, "RequestTooLargeException", """{"message":"Request Too Long"}"""),
        HeadersTooLarge = HttpApiReply.Error(431, "BadRequestException", """{"message":"Request Header Fields Too Large"}"""),
        Throttled = HttpApiReply.Error(429, "TooManyRequestsException", """{"message":"Too Many Requests"}"""),
        Unauthorized = HttpApiReply.Error(401, "UnauthorizedException", """{"message":"Unauthorized"}"""),
        Denied = HttpApiReply.Error(403, "AccessDeniedException", """{"Message":"User is not authorized to access this resource"}"""),
        ExplicitlyDenied = HttpApiReply.Error(403, "AccessDeniedException", """{"Message":"User is not authorized to access this resource with an explicit deny"}"""),
        AuthorizerFailed = HttpApiReply.Error(500, "AuthorizerConfigurationException", """{"message":null}"""),
    };

    public static ApiKind FunctionUrl { get; } = Http with
    {
        LongestTimeout = TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1),
        LargestRequest = 6 * Megabyte,
        ContentType = "application/json",
        FunctionFailed = new HttpApiReply(502) { Body = "Internal Server Error"u8.ToArray() },
        FunctionThrottled = HttpApiReply.Error(429, "TooManyRequestsException", """{"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded","Type":"User","message":"Rate Exceeded."}"""),
        RequestTooLarge = HttpApiReply.Error(413, "RequestEntityTooLargeException", """{"Message":"Request must be smaller than 6291456 bytes for the InvokeFunction operation"}"""),
        EventTooLarge = HttpApiReply.Error(413, "RequestEntityTooLargeException", """{"Message":"Request must be smaller than 6291456 bytes for the InvokeFunction operation"}"""),
        Denied = HttpApiReply.Error(403, "AccessDeniedException", """{"Message":"Forbidden"}"""),
    };

    /// <summary>The longest that an integration may take, and the default.</summary>
    public required TimeSpan LongestTimeout { get; init; }

    public required TimeSpan AuthorizerTimeout { get; init; }

    public required long LargestRequest { get; init; }

    /// <summary>What a reply without a content type has.</summary>
    public required string ContentType { get; init; }

    public required HttpApiReply NoStage { get; init; }

    public required HttpApiReply NoRoute { get; init; }

    public required HttpApiReply TimedOut { get; init; }

    /// <summary>For a function that failed, and for one whose reply has no form that the service takes.</summary>
    public required HttpApiReply FunctionFailed { get; init; }

    public required HttpApiReply FunctionThrottled { get; init; }

    public required HttpApiReply RequestTooLarge { get; init; }

    /// <summary>For a request whose event is larger than a function takes.</summary>
    public required HttpApiReply EventTooLarge { get; init; }

    public required HttpApiReply HeadersTooLarge { get; init; }

    public required HttpApiReply Throttled { get; init; }

    public required HttpApiReply Unauthorized { get; init; }

    public required HttpApiReply Denied { get; init; }

    public required HttpApiReply ExplicitlyDenied { get; init; }

    public required HttpApiReply AuthorizerFailed { get; init; }
}
