using System.Text;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Contracts.Tests.Events;

/// <summary>Event payloads as the services send them.</summary>
internal static class Payload
{
    public static string Read(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Events", "Payloads", name + ".json"));

    public static T As<T, TContext>(string name)
        where TContext : JsonSerializerContext
    {
        ILambdaSerializer serializer = new SourceGeneratorLambdaJsonSerializer<TContext>();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Read(name)));
        return serializer.Deserialize<T>(stream);
    }
}
