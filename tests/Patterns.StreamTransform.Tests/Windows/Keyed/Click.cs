using System.Text.Json;
using System.Text.Json.Serialization;

namespace Patterns.StreamTransform.Tests.Windows;

/// <summary>What somebody did; <see cref="Minute"/> counts from the rig's first moment.</summary>
public sealed record Click(string User, string Id, double Minute);

/// <summary>The ids of the clicks of a window.</summary>
public sealed record Collected(string User, double Start, double End, List<string> Ids, bool IsLate);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Click))]
[JsonSerializable(typeof(Collected))]
[JsonSerializable(typeof(List<string>))]
internal sealed partial class ClickJson : JsonSerializerContext
{
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset TimeOf(Click click) => Start.AddMinutes(click.Minute);

    public static double MinuteOf(DateTimeOffset time) => Math.Round((time - Start).TotalMinutes, 3);

    public static string Text(Click click) => JsonSerializer.Serialize(click, Default.Click);

    /// <summary>The results, those that were sent twice once; it is an error when two of an id differ.</summary>
    public static List<Collected> Read(InMemoryDestination results) => [.. results.Received
        .GroupBy(result => result.Id, StringComparer.Ordinal)
        .Select(group => Assert.Single(group.Select(result => System.Text.Encoding.UTF8.GetString(result.Body.Span)).Distinct(StringComparer.Ordinal)))
        .Select(text => JsonSerializer.Deserialize(text, Default.Collected)!)];
}
