using System.Text;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Contracts.Tests.Events;

internal sealed class RoundTrip<T, TContext> : IRoundTrip
    where TContext : JsonSerializerContext
{
    public IEnumerable<string> RunWithEverySerializer(string json) =>
    [
        Run(new DefaultLambdaJsonSerializer(), json),
        Run(new CamelCaseLambdaJsonSerializer(), json),
        Run(new SourceGeneratorLambdaJsonSerializer<TContext>(), json),
    ];

    public override string ToString() => typeof(T).FullName!;

    private static string Run(ILambdaSerializer serializer, string json)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(json));
        using var output = new MemoryStream();
        serializer.Serialize(serializer.Deserialize<T>(input), output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
