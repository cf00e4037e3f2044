using System.Text.Json.Serialization;

namespace Patterns.Cqrs.Tests.Aggregates;

[JsonSerializable(typeof(string))]
public sealed partial class TextJson : JsonSerializerContext;
