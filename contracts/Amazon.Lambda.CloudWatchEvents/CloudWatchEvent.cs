using System.Text.Json.Serialization;

namespace Amazon.Lambda.CloudWatchEvents;

/// <summary>The envelope of an EventBridge event.</summary>
/// <typeparam name="T">What the event's source says in detail.</typeparam>
public class CloudWatchEvent<T>
{
    /// <summary>The version of this format.</summary>
    public string Version { get; set; }

    /// <summary>The account that the event comes from.</summary>
    public string Account { get; set; }

    /// <summary>The region that the event comes from.</summary>
    public string Region { get; set; }

    /// <summary>What the source says.</summary>
    public T Detail { get; set; }

    /// <summary>The kind of event; with <see cref="Source"/>, it tells the shape of the detail.</summary>
    [JsonPropertyName("detail-type")]
    public string DetailType { get; set; }

    /// <summary>The application or service that sent the event.</summary>
    public string Source { get; set; }

    /// <summary>When the event happened, as its source says.</summary>
    public DateTime Time { get; set; }

    /// <summary>The event's unique id.</summary>
    public string Id { get; set; }

    /// <summary>The ARNs of what the event is about.</summary>
    public List<string> Resources { get; set; }
}
