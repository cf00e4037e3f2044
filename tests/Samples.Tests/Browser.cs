using Microsoft.Playwright;

namespace Samples.Tests;

/// <summary>Debian's Chromium, without a window; pages of stacks are opened in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    // It asks nobody for news of its own.
    private static readonly string[] s_quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", "--no-first-run"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why there is no browser; null when there is one.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            Missing = $"There is no {Program}; Debian's package is called chromium.";
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = s_quiet,
            ChromiumSandbox = !Environment.IsPrivilegedProcess,
        });
    }

    /// <summary>A page of a visitor of its own, with the patience that a busy machine needs.</summary>
    internal async Task<IPage> OpenAsync(string url)
    {
        var page = await (_browser ?? throw new InvalidOperationException(Missing)).NewPageAsync();
        page.SetDefaultTimeout(90_000);
        await page.GotoAsync(url);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
