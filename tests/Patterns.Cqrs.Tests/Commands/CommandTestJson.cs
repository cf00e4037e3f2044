using System.Text.Json.Serialization;

namespace Patterns.Cqrs.Tests.Commands;

[JsonSerializable(typeof(MoveMoney))]
[JsonSerializable(typeof(long))]
public sealed partial class CommandTestJson : JsonSerializerContext;
