using System.Text.Json.Serialization.Metadata;

namespace Patterns.Testing;

/// <summary>What was promised to somebody who is not deployed together with us: the form of a reply, of an event, of a request.</summary>
/// <param name="Name">Its name, and its version: <c>web.v2.get-home</c>; it names the file.</param>
/// <param name="Reply">What we write and others read; null for nothing.</param>
/// <param name="Request">What others write and we read; null for nothing.</param>
public sealed record JsonContract(string Name, JsonTypeInfo? Reply, JsonTypeInfo? Request = null);
