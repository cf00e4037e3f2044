using System.Text.Json.Serialization;

namespace StreamWindows.Functions;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageView))]
[JsonSerializable(typeof(MinuteCount))]
[JsonSerializable(typeof(Dictionary<string, int>))]
[JsonSerializable(typeof(VisitSoFar))]
[JsonSerializable(typeof(VisitEnded))]
public sealed partial class Json : JsonSerializerContext;
