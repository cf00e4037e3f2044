using System.Text.Json.Serialization;

namespace Patterns.StreamTransform.Tests.Transforms;

public sealed record Reading([property: JsonRequired] string Sensor, [property: JsonRequired] int Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Reading))]
internal sealed partial class ReadingJson : JsonSerializerContext
{
    public static string Text(string sensor, int value) => $$"""{"sensor":"{{sensor}}","value":{{value}}}""";
}
