namespace Patterns.Local.WebSockets;

/// <summary>A function that decides who may connect.</summary>
/// <param name="Id">What routes refer to.</param>
/// <param name="FunctionName">The function.</param>
/// <param name="IdentitySources">What a request must have for the function to be asked, such as <c>route.request.querystring.token</c>.</param>
internal sealed record SocketAuthorizer(string Id, string FunctionName, IReadOnlyList<string> IdentitySources);
