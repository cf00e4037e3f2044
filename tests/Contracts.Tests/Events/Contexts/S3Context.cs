using System.Text.Json.Serialization;
using Amazon.Lambda.S3Events;

namespace Contracts.Tests.Events.Contexts;

[JsonSerializable(typeof(S3Event))]
internal sealed partial class S3Context : JsonSerializerContext;
