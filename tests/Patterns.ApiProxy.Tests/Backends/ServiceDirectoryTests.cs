using Patterns.Backends;
using Patterns.Tables;

namespace Patterns.ApiProxy.Tests.Backends;

public sealed class ServiceDirectoryTests
{
    private static readonly Uri One = new("https://one.example/");
    private static readonly Uri Other = new("https://other.example/api");

    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryTable _table;
    private readonly BrokenTable _read;
    private readonly ServiceDirectory _services;
    private readonly ServiceDirectory _callers;
    private bool _isBroken;

    public ServiceDirectoryTests()
    {
        _table = new InMemoryTable(time: _time);
        _services = new ServiceDirectory(_table, new ServiceDirectoryOptions { Stage = "test" }, _time);
        _callers = new ServiceDirectory(_read = new BrokenTable(_table, () => _isBroken), new ServiceDirectoryOptions { Stage = "test" }, _time);
    }

    [Fact]
    public async Task A_service_is_where_it_registered_until_its_lease_ends()
    {
        var until = await _services.RegisterAsync("catalogue", One, default);

        Assert.Equal(_time.GetUtcNow().AddMinutes(3), until, TimeSpan.FromMilliseconds(1));
        Assert.Equal(One, await FindAsync());
        _time.Advance(TimeSpan.FromSeconds(177));
        Assert.Equal(One, await FindAsync());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task A_lease_that_is_renewed_goes_on()
    {
        for (var minute = 0; minute < 10; minute++)
        {
            await _services.RegisterAsync("catalogue", One, default);
            _time.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(One, await FindAsync());
        }
    }

    [Fact]
    public async Task Callers_follow_a_service_that_moves_within_the_age_of_what_they_know()
    {
        await _services.RegisterAsync("catalogue", One, default);
        await FindAsync();
        await _services.RemoveAsync("catalogue", One, default);
        await _services.RegisterAsync("catalogue", Other, default);

        Assert.Equal(One, await FindAsync());
        _time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(Other, await FindAsync());
    }

    [Fact]
    public async Task Callers_follow_at_once_after_a_failure()
    {
        await _services.RegisterAsync("catalogue", One, default);
        await FindAsync();
        await _services.RegisterAsync("catalogue", Other, default);

        _callers.Suspect("catalogue", One);

        for (var count = 0; count < 20; count++)
        {
            Assert.Equal(Other, await FindAsync());
        }
    }

    [Fact]
    public async Task An_address_that_is_suspected_is_the_last_choice_and_trusted_again_when_it_registers_again()
    {
        await _services.RegisterAsync("catalogue", One, default);
        await FindAsync();
        _callers.Suspect("catalogue", One);
        Assert.Equal(One, await FindAsync());

        await _services.RegisterAsync("catalogue", Other, default);
        _time.Advance(TimeSpan.FromSeconds(20));
        await _services.RegisterAsync("catalogue", One, default);
        _time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal([One, Other], await ManyAsync(200));
    }

    [Fact]
    public async Task While_the_table_does_not_answer_what_is_known_holds_as_long_as_its_lease()
    {
        await _services.RegisterAsync("catalogue", One, default);
        await FindAsync();
        _isBroken = true;

        _time.Advance(TimeSpan.FromMinutes(2));
        _callers.Suspect("catalogue", One);
        Assert.Equal(One, await FindAsync());
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task A_table_that_stalls_costs_time_once_and_not_for_each_call()
    {
        var stalls = false;
        var callers = new ServiceDirectory(new BrokenTable(_table, () => stalls, stalls: true), new ServiceDirectoryOptions { Stage = "test" }, _time);
        await _services.RegisterAsync("catalogue", One, default);
        await callers.FindAsync("catalogue", default);
        stalls = true;
        _time.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal((One, TimeSpan.FromSeconds(1)), VirtualTime.Run(_time, () => callers.FindAsync("catalogue", default).AsTask()));
        Assert.Equal((One, TimeSpan.Zero), VirtualTime.Run(_time, () => callers.FindAsync("catalogue", default).AsTask()));
    }

    [Fact]
    public async Task Calls_go_to_the_addresses_by_their_weights()
    {
        await _services.RegisterAsync("catalogue", One, default, weight: 1);
        await _services.RegisterAsync("catalogue", Other, default, weight: 1_000_000);

        Assert.Equal([Other], await ManyAsync(50));
    }

    [Fact]
    public async Task Stages_and_services_do_not_mix()
    {
        await _services.RegisterAsync("catalogue", One, default);

        Assert.Null(await FindAsync("catalogue.v2"));
        await Assert.ThrowsAsync<ServiceNotFoundException>(async () =>
            await new ServiceDirectory(_table, new ServiceDirectoryOptions { Stage = "live" }, _time).FindAsync("catalogue", default));
    }

    [Fact]
    public async Task What_is_no_address_is_not_registered_and_not_given_out()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await _services.RegisterAsync("catalogue", new Uri("file:///etc/passwd"), default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await _services.RegisterAsync("a#b", One, default));
        await _table.PutAsync(new TableItem(new("service#test#catalogue", "file:///etc/passwd")) { ["until"] = _time.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds() }, default);

        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task A_suspicion_while_the_table_is_read_is_not_lost()
    {
        var read = new TaskCompletionSource();
        await _services.RegisterAsync("catalogue", One, default);
        await FindAsync();
        _time.Advance(TimeSpan.FromSeconds(15));
        _read.Held = () => read.Task;
        var asked = _callers.FindAsync("catalogue", default).AsTask();
        _callers.Suspect("catalogue", One);
        await _services.RegisterAsync("catalogue", Other, default);
        _read.Held = () => Task.CompletedTask;
        read.SetResult();

        Assert.Equal(One, await asked);
        Assert.Equal(Other, await FindAsync());
    }

    [Fact]
    public async Task Suspicions_at_the_same_time_all_count()
    {
        var addresses = Enumerable.Range(0, 8).Select(number => new Uri($"https://{number}.example/")).ToList();
        for (var round = 0; round < 200; round++)
        {
            foreach (var address in addresses.Append(One))
            {
                await _services.RegisterAsync($"catalogue{round}", address, default);
            }

            await FindAsync($"catalogue{round}");
            Parallel.ForEach(addresses, address => _callers.Suspect($"catalogue{round}", address));
            Assert.Equal(One, await FindAsync($"catalogue{round}"));
        }
    }

    [Fact]
    public async Task Those_who_ask_while_the_table_is_read_wait_for_the_same_read()
    {
        var read = new TaskCompletionSource();
        await _services.RegisterAsync("catalogue", One, default);
        _read.Held = () => read.Task;
        using var first = new CancellationTokenSource();
        var given = _callers.FindAsync("catalogue", first.Token).AsTask();
        var asked = Enumerable.Range(0, 20).Select(_ => FindAsync()).ToList();
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        read.SetResult();

        Assert.All(await Task.WhenAll(asked), found => Assert.Equal(One, found));
        Assert.Equal(1, _read.Queries);
    }

    [Fact]
    public async Task A_service_that_is_nowhere_is_looked_for_once_a_second()
    {
        for (var count = 0; count < 20; count++)
        {
            Assert.Null(await FindAsync());
        }

        Assert.Equal(1, _read.Queries);
        await _services.RegisterAsync("catalogue", One, default);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(One, await FindAsync());
    }

    [Fact]
    public void A_table_that_stalls_from_the_beginning_costs_time_once_a_second_and_not_for_each_call()
    {
        var callers = new ServiceDirectory(new BrokenTable(_table, () => true, stalls: true), new ServiceDirectoryOptions { Stage = "test" }, _time);

        Assert.Equal(TimeSpan.FromSeconds(1), VirtualTime.Run(_time, () => NobodyAsync(callers)).Took);
        Assert.Equal(TimeSpan.Zero, VirtualTime.Run(_time, () => NobodyAsync(callers)).Took);
    }

    private static async Task<string> NobodyAsync(ServiceDirectory directory) =>
        (await Assert.ThrowsAsync<ServiceNotFoundException>(async () => await directory.FindAsync("catalogue", default))).Service;

    [Fact]
    public async Task An_address_to_which_anybody_may_listen_is_not_registered_and_not_given_out()
    {
        var open = new Uri("http://one.example/");
        var refused = await Assert.ThrowsAsync<ArgumentException>(async () => await _services.RegisterAsync("catalogue", open, default));
        Assert.StartsWith("The address of 'catalogue' must be one of https, or of http on this machine", refused.Message, StringComparison.Ordinal);

        await _table.PutAsync(new TableItem(new("service#test#catalogue", open.AbsoluteUri)) { ["until"] = _time.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds() }, default);
        var nowhere = await Assert.ThrowsAsync<ServiceNotFoundException>(async () => await _callers.FindAsync("catalogue", default));
        Assert.Equal("Nobody knows where the service 'catalogue' is: 'http://one.example/' is registered and not allowed.", nowhere.Message);

        await _services.RegisterAsync("local", new Uri("http://localhost:5000/"), default);
        Assert.NotNull(await FindAsync("local"));
    }

    [Fact]
    public async Task An_address_of_a_host_that_is_not_allowed_is_not_registered_and_not_given_out()
    {
        var options = new ServiceDirectoryOptions { Stage = "test", AllowedHosts = ["one.example", ".shop.example"] };
        var directory = new ServiceDirectory(_table, options, _time);
        await _services.RegisterAsync("catalogue", new Uri("https://evilshop.example/"), default);

        await Assert.ThrowsAsync<ServiceNotFoundException>(async () => await directory.FindAsync("catalogue", default));
        foreach (var address in new[] { "https://shop.example/", "https://one.example.evil.example/", "https://a.shop.example./", "https://other.example/" })
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await directory.RegisterAsync("orders", new Uri(address), default));
        }

        foreach (var address in new[] { "https://ONE.example/", "https://a.b.shop.example/" })
        {
            await directory.RegisterAsync(address.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), new Uri(address), default);
        }

        Assert.Equal(
            ["AllowedHosts must be names of hosts, but has '*.example'.", "AllowedHosts must be names of hosts, but has ''."],
            Assert.Throws<OptionsException>(() => new ServiceDirectory(_table, new ServiceDirectoryOptions { Stage = "test", AllowedHosts = ["*.example", ""] })).Mistakes);
    }

    [Fact]
    public void Mistakes_in_options_are_all_named_at_once() => Assert.Equal(
        [
            "Stage must have 1 to 200 characters without '#', but is 'a#b'.",
            "MaxAge must be less than Lease, but is 00:00:15.",
            "ClockSkew must not be negative and less than Lease, but is 00:00:02.",
        ],
        Assert.Throws<OptionsException>(() => new ServiceDirectory(_table, new ServiceDirectoryOptions { Stage = "a#b", Lease = TimeSpan.FromSeconds(1) })).Mistakes);

    private async Task<Uri?> FindAsync(string service = "catalogue")
    {
        try
        {
            return await _callers.FindAsync(service, default);
        }
        catch (ServiceNotFoundException)
        {
            return null;
        }
    }

    private async Task<IEnumerable<Uri>> ManyAsync(int count)
    {
        var found = new HashSet<Uri>();
        for (; count > 0; count--)
        {
            found.Add(await _callers.FindAsync("catalogue", default));
        }

        return found.OrderBy(address => address.AbsoluteUri);
    }
}
