using System.Text.Json.Serialization;

namespace Patterns.Cqrs.Tests.Aggregates;

[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(double))]
public sealed partial class TextJson : JsonSerializerContext;
