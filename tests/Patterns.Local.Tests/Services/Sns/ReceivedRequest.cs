namespace Patterns.Local.Tests.Services.Sns;

internal sealed record ReceivedRequest(string Path, Dictionary<string, string> Headers, string Body);
