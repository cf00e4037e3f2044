using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Cqrs.Demo;

/// <summary>Sends commands, each until there is a reply, and some of them once more.</summary>
internal sealed class WriteSide(HttpClient http, int runId)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private int _sent;
    private int _repeated;
    private int _tried;

    public int Sent => _sent;

    /// <summary>How many were sent again although they had a reply.</summary>
    public int Repeated => _repeated;

    /// <summary>How many tries had no reply, or one that says to try again.</summary>
    public int TriedAgain => _tried;

    public Task OpenAsync(Policy policy, decimal premium) => SendAsync(
        policy,
        "policy.open",
        FormattableString.Invariant($$"""{"policyId":"{{policy.Id}}","holder":"{{policy.Holder}}","line":"{{policy.Line}}","premium":{{premium}}}"""),
        () => (policy.Premium, policy.IsOpen) = (premium, true));

    public Task ChangeAsync(Policy policy, decimal premium) => SendAsync(
        policy,
        "policy.change-premium",
        FormattableString.Invariant($$"""{"policyId":"{{policy.Id}}","premium":{{premium}}}"""),
        () => policy.Premium = premium);

    public Task CancelAsync(Policy policy) => SendAsync(policy, "policy.cancel", $$"""{"policyId":"{{policy.Id}}"}""", () => policy.IsOpen = false);

    private async Task SendAsync(Policy policy, string name, string arguments, Action done)
    {
        var number = Interlocked.Increment(ref _sent);
        var key = $"demo-{runId}-{number}";
        var (version, token) = await SendAsync(key, name, arguments);
        if (number % 4 == 0)
        {
            Interlocked.Increment(ref _repeated);
            var again = await SendAsync(key, name, arguments);
            Check(again == (version, token), $"{name} {key} had the reply {version}, and then {again.Version}.");
        }

        Check(version == policy.Version + 1, $"{policy.Id} was at version {policy.Version}, and after {name} at {version}.");
        (policy.Version, policy.Token) = (version, token);
        done();
    }

    private async Task<(long Version, string Token)> SendAsync(string key, string name, string arguments)
    {
        using var limit = new CancellationTokenSource(s_patience);
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "commands");
            request.Headers.Add("Idempotency-Key", key);
            request.Content = new StringContent($$"""{"name":"{{name}}","version":1,"arguments":{{arguments}}}""", Encoding.UTF8, "application/json");
            using var response = await http.SendAsync(request, limit.Token);
            var body = await response.Content.ReadAsStringAsync(limit.Token);
            if (response.IsSuccessStatusCode)
            {
                using var reply = JsonDocument.Parse(body);
                return (reply.RootElement.GetProperty("version").GetInt64(), response.Headers.GetValues("View-Token").Single());
            }

            var comesBack = response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500;
            Check(comesBack, $"{name} {key} was answered with {((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)}: {body}");
            Interlocked.Increment(ref _tried);
            await Task.Delay(200, limit.Token);
        }
    }

    private static void Check(bool holds, string mistake)
    {
        if (!holds)
        {
            throw new DemoException(mistake);
        }
    }
}
