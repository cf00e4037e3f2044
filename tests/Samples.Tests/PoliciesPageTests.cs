using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Samples.Tests;

/// <summary>The page of samples/Cqrs, as a holder of policies sees it.</summary>
public sealed class PoliciesPageTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task A_change_appears_on_the_page_and_none_is_missing_after_the_read_side_died_and_the_connection_was_lost()
    {
        Assert.SkipWhen(browser.Missing is not null, browser.Missing ?? "");
        await using var stack = await RunningStack.StartAsync("samples/Cqrs");
        using var http = new HttpClient { BaseAddress = new Uri(stack.Output("ApiUrl").TrimEnd('/') + "/") };
        var page = await browser.OpenAsync($"{stack.Output("ApiUrl")}/?holder=ann");
        await WaitForTextAsync(page, "#state", "live");

        await SendAsync(http, "policy.open", new { policyId = "home-1", holder = "ann", line = "home", premium = 100 });
        await WaitForRowAsync(page, "home-1", "100", "1");
        await page.ClickAsync("tr[data-id=home-1] >> text=+10");
        await WaitForRowAsync(page, "home-1", "110", "2");

        // The read side is gone for a while: the page shows what it has, and says that it is behind.
        await SetConcurrencyAsync(stack, http, 0);
        KillFunctions();
        await SendAsync(http, "policy.change-premium", new { policyId = "home-1", premium = 200 });
        await SendAsync(http, "policy.change-premium", new { policyId = "home-1", premium = 300 });
        await WaitForTextAsync(page, "#behind", "2 changes behind");
        await WaitForRowAsync(page, "home-1", "110", "2 of 4");

        // And so is the page's connection, while the read side comes back and others go on.
        await page.EvaluateAsync("() => { window.WebSocket = class { constructor() { setTimeout(() => this.onclose(), 10); } }; socket.close(); }");
        await WaitForTextAsync(page, "#state", "reconnecting");
        await SetConcurrencyAsync(stack, http, null);
        await SendAsync(http, "policy.open", new { policyId = "car-1", holder = "ann", line = "car", premium = 50 });
        await SendAsync(http, "policy.open", new { policyId = "car-2", holder = "bob", line = "car", premium = 70 });
        for (var premium = 301; premium <= 310; premium++)
        {
            await SendAsync(http, "policy.change-premium", new { policyId = "home-1", premium });
            if (premium == 305)
            {
                KillFunctions();
            }
        }

        await WaitForViewAsync(http, "policy/home-1@14,policy/car-1@1,policy/car-2@1");
        await WaitForRowAsync(page, "home-1", "110", "2 of 14");

        // A page of the same origin has the class that was taken away.
        await page.EvaluateAsync("() => { const frame = document.createElement('iframe'); document.body.append(frame); window.WebSocket = frame.contentWindow.WebSocket; }");
        await WaitForTextAsync(page, "#state", "live");
        await WaitForRowAsync(page, "home-1", "310", "14");
        await WaitForRowAsync(page, "car-1", "50", "1");
        await WaitForTextAsync(page, "#behind", "0 changes behind");

        // It is live again, and shows nobody else's.
        await SendAsync(http, "policy.cancel", new { policyId = "car-1" });
        await page.WaitForSelectorAsync("tr.closed[data-id=car-1]");
        Assert.Equal(2, await page.Locator("#policies tr").CountAsync());
    }

    private static Task SendAsync(HttpClient http, string name, object arguments)
    {
        var key = Guid.NewGuid().ToString();
        return UntilAnsweredAsync(http, () => new(HttpMethod.Post, "commands")
        {
            Headers = { { "Idempotency-Key", key } },
            Content = JsonContent.Create(new { name, version = 1, arguments }),
        });
    }

    private static Task WaitForViewAsync(HttpClient http, string tokens) =>
        UntilAnsweredAsync(http, () => new(HttpMethod.Get, "holders/ann/policies") { Headers = { { "View-Token", tokens } } });

    /// <summary>Asks until there is an answer: a function may die on the way, and the view may be behind.</summary>
    private static async Task UntilAnsweredAsync(HttpClient http, Func<HttpRequestMessage> ask)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            using var request = ask();
            using var response = await http.SendAsync(request, limit.Token);
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            Assert.True((int)response.StatusCode is 409 or 429 or >= 500, await response.Content.ReadAsStringAsync(limit.Token));
            await Task.Delay(100, limit.Token);
        }
    }

    /// <summary>Stops the projecting function as an operator does, by the Lambda API; the runner takes requests without a signature.</summary>
    private static async Task SetConcurrencyAsync(RunningStack stack, HttpClient http, int? concurrency)
    {
        var function = Regex.Match(stack.Printed, @"\s(Cqrs-Project-\S+)", RegexOptions.None, TimeSpan.FromSeconds(10)).Groups[1].Value;
        var path = new Uri(http.BaseAddress!, $"/2017-10-31/functions/{function}/concurrency");
        using var response = concurrency is { } most
            ? await http.PutAsync(path, new StringContent($$"""{"ReservedConcurrentExecutions":{{most}}}"""))
            : await http.DeleteAsync(path);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static void KillFunctions()
    {
        foreach (var id in PatternsTool.ProcessesNaming("Cqrs.Functions"))
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
    }

    private static Task WaitForTextAsync(IPage page, string selector, string text) =>
        page.WaitForFunctionAsync("([selector, text]) => document.querySelector(selector).textContent === text", new[] { selector, text });

    private static Task WaitForRowAsync(IPage page, string policy, string premium, string version) => page.WaitForFunctionAsync(
        "([id, premium, version]) => { const cells = document.querySelector(`tr[data-id='${id}']`)?.cells; return cells?.[2].textContent === premium && cells[3].textContent === version; }",
        new[] { policy, premium, version });
}
