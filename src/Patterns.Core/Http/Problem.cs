using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Patterns.Http;

/// <summary>An error as clients get it: a problem document by RFC 9457. Immutable.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What kind of problem it is, in words for people, the same for all of its type.</param>
public sealed record Problem(int Status, string Title)
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Tells the type of problem apart for programs; a URI. Default: null, <c>about:blank</c>, as the status says it all.</summary>
    public string? Type { get; init; }

    /// <summary>What is wrong this time; null for nothing.</summary>
    public string? Detail { get; init; }

    /// <summary>When to try again; becomes the header <c>Retry-After</c>, in whole seconds. Null for no advice.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Further members of the document.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extensions { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>The same problem with one more member that is text.</summary>
    public Problem With(string name, string text) => With(name, JsonElementOf(text));

    /// <summary>The same problem with one more member.</summary>
    public Problem With(string name, JsonElement value) => this with { Extensions = new Dictionary<string, JsonElement>(Extensions) { [name] = value } };

    /// <summary>The reply that says so.</summary>
    public ApiReply ToReply()
    {
        var reply = new ApiReply(Status, "application/problem+json", Write());
        return RetryAfter is { } wait
            ? reply.WithHeader("Retry-After", ((long)Math.Ceiling(Math.Max(0, wait.TotalSeconds))).ToString())
            : reply;
    }

    private byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("type", Type ?? "about:blank");
            writer.WriteString("title", Title);
            writer.WriteNumber("status", Status);
            if (Detail is not null)
            {
                writer.WriteString("detail", Detail);
            }

            foreach (var (name, value) in Extensions)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static JsonElement JsonElementOf(string text)
    {
        using var document = JsonDocument.Parse($"\"{JsonEncodedText.Encode(text)}\"");
        return document.RootElement.Clone();
    }
}
