using System.Text.Json.Serialization;
using Amazon.Lambda.KinesisEvents;

namespace Contracts.Tests.Events.Contexts;

[JsonSerializable(typeof(KinesisTimeWindowEvent))]
[JsonSerializable(typeof(KinesisTimeWindowResponse))]
internal sealed partial class KinesisWindowContext : JsonSerializerContext;
