using System.Text.Json.Serialization;

namespace Patterns.Cqrs.Tests.Projections;

[JsonSerializable(typeof(AccountView))]
public sealed partial class AccountViewJson : JsonSerializerContext;
