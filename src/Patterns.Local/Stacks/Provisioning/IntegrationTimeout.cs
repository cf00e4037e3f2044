namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Reads how long an integration may take.</summary>
internal static class IntegrationTimeout
{
    private const int Shortest = 50;

    /// <summary>Null when the integration says nothing about it.</summary>
    /// <param name="integration">The integration's settings.</param>
    /// <param name="property">The setting in milliseconds.</param>
    /// <param name="longest">The longest time that the kind of API has.</param>
    /// <exception cref="Templates.TemplateException">The service does not take that time.</exception>
    public static TimeSpan? Read(ResourceProperties integration, string property, TimeSpan longest)
    {
        if (integration.Number(property) is not { } milliseconds)
        {
            return null;
        }

        return milliseconds >= Shortest && milliseconds <= longest.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw integration.Mistake(property, $"'{property}' must be from {Shortest} to {longest.TotalMilliseconds} ms for this kind of API, and this is {milliseconds}");
    }
}
