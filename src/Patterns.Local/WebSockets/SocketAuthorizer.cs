using Patterns.Local.WebSockets.Connecting;

namespace Patterns.Local.WebSockets;

/// <summary>A function that decides who may connect.</summary>
/// <param name="Id">What routes refer to.</param>
/// <param name="FunctionName">The function.</param>
/// <param name="IdentitySources">What a handshake must have for the function to be asked.</param>
internal sealed record SocketAuthorizer(string Id, string FunctionName, IReadOnlyList<SocketIdentitySource> IdentitySources);
