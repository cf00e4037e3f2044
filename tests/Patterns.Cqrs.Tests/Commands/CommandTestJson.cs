using System.Text.Json.Serialization;

namespace Patterns.Cqrs.Tests.Commands;

[JsonSerializable(typeof(MoveMoney))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(string))]
public sealed partial class CommandTestJson : JsonSerializerContext;
