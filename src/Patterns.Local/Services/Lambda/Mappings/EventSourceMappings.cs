using Patterns.Local.Triggers;

namespace Patterns.Local.Services.Lambda.Mappings;

/// <summary>The event source mappings of the account, and what reads their sources.</summary>
internal sealed class EventSourceMappings(LambdaService service) : IAsyncDisposable
{
    private const int MostFilters = 10;

    private readonly SemaphoreSlim _changes = new(1, 1);
    private readonly Dictionary<string, EventSourceMapping> _mappings = new(StringComparer.Ordinal);
    private readonly List<IEventSourceProvider> _providers = [];

    /// <summary>Makes a kind of source known.</summary>
    public void Support(IEventSourceProvider provider) => _providers.Add(provider);

    /// <exception cref="AwsException">The settings are not allowed, or the function already reads the source.</exception>
    public Task<EventSourceMapping> CreateAsync(EventSourceMappingSettings settings) => ChangeAsync(() =>
    {
        var provider = ProviderOf(settings.EventSourceArn);
        var checkedSettings = provider.Validated(CheckCommon(settings));
        RefuseSecond(settings);
        var mapping = new EventSourceMapping(Guid.NewGuid().ToString(), checkedSettings, service.Aws.Time.GetUtcNow());
        mapping.Source = checkedSettings.IsEnabled ? provider.Start(checkedSettings, mapping.Progress) : null;
        lock (_mappings)
        {
            _mappings[mapping.Id] = mapping;
        }

        return Task.FromResult(mapping);
    });

    /// <summary>Changes a mapping; batches that are running end under the old settings.</summary>
    public Task<EventSourceMapping> UpdateAsync(string id, Func<EventSourceMappingSettings, EventSourceMappingSettings> change) => ChangeAsync(async () =>
    {
        var mapping = Find(id);
        var provider = ProviderOf(mapping.Settings.EventSourceArn);
        var settings = provider.Validated(CheckCommon(change(mapping.Settings)));
        await StopAsync(mapping).ConfigureAwait(false);
        mapping.Change(settings, service.Aws.Time.GetUtcNow());
        mapping.Source = settings.IsEnabled ? provider.Start(settings, mapping.Progress) : null;
        return mapping;
    });

    public Task<EventSourceMapping> DeleteAsync(string id) => ChangeAsync(async () =>
    {
        var mapping = Find(id);
        lock (_mappings)
        {
            _mappings.Remove(id);
        }

        await StopAsync(mapping).ConfigureAwait(false);
        return mapping;
    });

    /// <exception cref="AwsException"><c>ResourceNotFoundException</c>.</exception>
    public EventSourceMapping Find(string id)
    {
        lock (_mappings)
        {
            return _mappings.GetValueOrDefault(id) ?? throw LambdaErrors.NotFound("The resource you requested does not exist.");
        }
    }

    /// <summary>The mappings of a function, of a source, of both or all.</summary>
    public IReadOnlyList<EventSourceMapping> List(string? function = null, string? eventSourceArn = null)
    {
        lock (_mappings)
        {
            return [.. _mappings.Values.Where(mapping =>
                (function is null || mapping.Settings.Function.Name == function)
                && (eventSourceArn is null || mapping.Settings.EventSourceArn == eventSourceArn))];
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var mapping in List())
        {
            await StopAsync(mapping).ConfigureAwait(false);
        }

        _changes.Dispose();
    }

    private static async Task StopAsync(EventSourceMapping mapping)
    {
        if (mapping.Source is { } source)
        {
            mapping.Source = null;
            await source.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static EventSourceMappingSettings CheckCommon(EventSourceMappingSettings settings)
    {
        if (settings.BatchingWindow < TimeSpan.Zero || settings.BatchingWindow > TimeSpan.FromSeconds(300))
        {
            throw LambdaErrors.Validation($"{settings.BatchingWindow.TotalSeconds:F0}", "maximumBatchingWindowInSeconds", "Member must have value less than or equal to 300");
        }

        if (settings.Filters.Count > MostFilters)
        {
            throw LambdaErrors.InvalidParameter($"Filter criteria can have at most {MostFilters} filters.");
        }

        return settings;
    }

    private IEventSourceProvider ProviderOf(string arn) =>
        _providers.Find(provider => provider.CanRead(arn))
        ?? throw LambdaErrors.InvalidParameter($"Unrecognized event source: {arn}; docs/conformance.md lists the sources that are emulated.");

    private void RefuseSecond(EventSourceMappingSettings settings)
    {
        if (List(settings.Function.Name, settings.EventSourceArn) is [var existing, ..])
        {
            throw LambdaErrors.Conflict(
                $"An event source mapping with event source arn (\" {settings.EventSourceArn} \") and function name (\" {settings.Function.Name} \") already exists. Please update or delete the existing mapping with UUID {existing.Id}");
        }
    }

    private async Task<EventSourceMapping> ChangeAsync(Func<Task<EventSourceMapping>> change)
    {
        await _changes.WaitAsync().ConfigureAwait(false);
        try
        {
            return await change().ConfigureAwait(false);
        }
        finally
        {
            _changes.Release();
        }
    }
}
