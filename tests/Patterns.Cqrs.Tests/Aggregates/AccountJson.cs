using System.Text.Json.Serialization;

namespace Patterns.Cqrs.Tests.Aggregates;

[JsonSerializable(typeof(AccountEvent.Deposited))]
[JsonSerializable(typeof(AccountEvent.Withdrawn))]
[JsonSerializable(typeof(AccountState))]
[JsonSerializable(typeof(long))]
public sealed partial class AccountJson : JsonSerializerContext;
