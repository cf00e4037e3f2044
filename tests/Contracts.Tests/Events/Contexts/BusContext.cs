using System.Text.Json.Serialization;
using Amazon.Lambda.CloudWatchEvents.S3Events;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;

namespace Contracts.Tests.Events.Contexts;

[JsonSerializable(typeof(ScheduledEvent))]
[JsonSerializable(typeof(S3ObjectCreateEvent))]
[JsonSerializable(typeof(S3ObjectDeleteEvent))]
[JsonSerializable(typeof(S3ObjectRestoreEvent))]
internal sealed partial class BusContext : JsonSerializerContext;
