namespace Patterns.Tables;

/// <summary>Moments as tables keep them: whole seconds.</summary>
internal static class TableTime
{
    public static DateTimeOffset RoundUp(DateTimeOffset moment)
    {
        var seconds = moment.ToUnixTimeSeconds();
        var whole = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return whole < moment ? DateTimeOffset.FromUnixTimeSeconds(seconds + 1) : whole;
    }
}
