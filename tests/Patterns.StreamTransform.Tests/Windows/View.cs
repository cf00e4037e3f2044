using System.Text.Json.Serialization;

namespace Patterns.StreamTransform.Tests.Windows;

public sealed record View([property: JsonRequired] string Page, string Id, DateTimeOffset At);

public sealed record PageCount(string Page, DateTimeOffset Window, int Count, bool IsEarly);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(View))]
[JsonSerializable(typeof(PageCount))]
[JsonSerializable(typeof(Dictionary<string, int>))]
internal sealed partial class ViewJson : JsonSerializerContext;
