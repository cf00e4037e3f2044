using System.Net.Http.Json;

namespace EventDriven.Functions.Cleanup;

/// <summary>Calls the cleanup service and waits for it, as the direct variant does.</summary>
internal sealed class CleanupClient(Uri service)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly Uri _cleanups = new(service, "cleanups");

    public static CleanupClient FromEnvironment() => new(new Uri(Environment.GetEnvironmentVariable("CLEANUP_URL")!.TrimEnd('/') + "/"));

    /// <summary>False when the service fails, refuses, or is not there in time: nobody knows then whether it has cleaned up.</summary>
    public async Task<bool> CleanUpAsync(CleanUpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Http.PostAsJsonAsync(_cleanups, request, Json.Default.CleanUpRequest, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
