using System.Text;

namespace Fixtures.Plain;

/// <summary>Answers HTTP requests.</summary>
public sealed class Web
{
    public Stream Teapot() => Reply("""{"statusCode":418,"headers":{"X-Kind":"tea"},"cookies":["a=1; Path=/","b=2"],"body":"c2hvcnQ=","isBase64Encoded":true}""");

    public Stream Malformed() => Reply("""{"statusCode":"never"}""");

    /// <summary>Replies with its event.</summary>
    public Stream Event(Stream request)
    {
        using var reader = new StreamReader(request);
        return Reply($$"""{"statusCode":200,"headers":{"Content-Type":"application/json"},"body":{{System.Text.Json.JsonSerializer.Serialize(reader.ReadToEnd())}}}""");
    }

    private static MemoryStream Reply(string json) => new(Encoding.UTF8.GetBytes(json));
}
