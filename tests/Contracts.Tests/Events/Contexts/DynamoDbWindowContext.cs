using System.Text.Json.Serialization;
using Amazon.Lambda.DynamoDBEvents;

namespace Contracts.Tests.Events.Contexts;

[JsonSerializable(typeof(DynamoDBTimeWindowEvent))]
[JsonSerializable(typeof(DynamoDBTimeWindowResponse))]
internal sealed partial class DynamoDbWindowContext : JsonSerializerContext;
