using Microsoft.AspNetCore.Http;
using Patterns.Local.HttpApi.Authorizers;

namespace Patterns.Local.WebSockets.Connecting;

/// <summary>What authorizer and <c>$connect</c> say to a client: a status other than 2xx refuses it.</summary>
internal sealed record Admission(int Status, string Message = "")
{
    public static Admission Free { get; } = new(StatusCodes.Status200OK);

    public static Admission Unauthorized { get; } = new(StatusCodes.Status401Unauthorized, SocketText.Unauthorized);

    public static Admission Forbidden { get; } = new(StatusCodes.Status403Forbidden, SocketText.Forbidden);

    public static Admission Throttled { get; } = new(StatusCodes.Status429TooManyRequests, SocketText.TooManyRequests);

    public static Admission Broken { get; } = new(StatusCodes.Status500InternalServerError, SocketText.InternalServerError);

    public bool IsAdmitted => Status is >= 200 and < 300;

    /// <summary>What the authorizer adds to every event of the connection.</summary>
    public LambdaCaller? Caller { get; init; }

    /// <summary>The subprotocol that <c>$connect</c> chose.</summary>
    public string? SubProtocol { get; init; }
}
