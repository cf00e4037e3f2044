using Microsoft.AspNetCore.Http;
using Patterns.Local.HttpApi;

namespace Patterns.Local.WebSockets.Connecting;

/// <summary>A part of a handshake that its authorizer demands: a header, a query parameter or a stage variable.</summary>
internal sealed class SocketIdentitySource
{
    private const string Header = "route.request.header.";
    private const string Query = "route.request.querystring.";
    private const string StageVariable = "stageVariables.";

    private readonly Func<HttpContext, SocketStage, string?> _value;

    private SocketIdentitySource(Func<HttpContext, SocketStage, string?> value) => _value = value;

    /// <param name="text">As in <c>route.request.querystring.token</c>.</param>
    /// <exception cref="FormatException">It is no identity source, or one that is not emulated.</exception>
    public static SocketIdentitySource Parse(string text) =>
        NameAfter(Header, text) is { } header ? new((http, _) => http.Request.Headers[header])
        : NameAfter(Query, text) is { } parameter ? new((http, _) => QueryParameters.LastOf(QueryParameters.RawOf(http.Request), parameter))
        : NameAfter(StageVariable, text) is { } variable ? new((_, stage) => stage.Variables.GetValueOrDefault(variable))
        : throw new FormatException($"'{text}' is no identity source of a WebSocket API");

    /// <summary>Whether the handshake has it, and not empty.</summary>
    public bool IsIn(HttpContext http, SocketStage stage) => !string.IsNullOrEmpty(_value(http, stage));

    private static string? NameAfter(string beginning, string text) =>
        text.Length > beginning.Length && text.StartsWith(beginning, StringComparison.Ordinal) ? text[beginning.Length..] : null;
}
