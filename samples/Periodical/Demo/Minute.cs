namespace Periodical.Demo;

/// <summary>Moments as the stack writes them.</summary>
internal static class Minute
{
    public static DateTimeOffset Of(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds() / 60 * 60);

    public static string Text(DateTimeOffset moment) => $"{moment.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}";
}
