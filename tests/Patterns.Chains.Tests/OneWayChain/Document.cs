using System.Text.Json.Serialization;

namespace Patterns.OneWayChain.Tests;

/// <param name="Id">The document.</param>
/// <param name="Path">The steps that it went through, each behind a slash.</param>
public sealed record Document(string Id, string Path);

[JsonSerializable(typeof(Document))]
internal sealed partial class DocumentJson : JsonSerializerContext;
