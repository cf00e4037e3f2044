using System.Text.Json;

namespace Command.Demo;

/// <summary>A command of the journal.</summary>
internal sealed record JournalLine(string Key, string Name, string? Actor, string? Refusal)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>What the journal has of this run; the run may have begun yesterday.</summary>
    public static async Task<List<JournalLine>> ReadAsync(Client auditor, string run, DateTimeOffset since)
    {
        var lines = new List<JournalLine>();
        for (var day = DateOnly.FromDateTime(since.UtcDateTime); day <= DateOnly.FromDateTime(DateTime.UtcNow); day = day.AddDays(1))
        {
            var answer = await auditor.GetAsync($"journal/{day:yyyy-MM-dd}");
            lines.AddRange(answer.Status == 200 ? JsonSerializer.Deserialize<List<JournalLine>>(answer.Body, Options)! : []);
        }

        return [.. lines.Where(line => line.Key.StartsWith(run, StringComparison.Ordinal))];
    }
}
