using Patterns.Backends;
using Patterns.Tables;

namespace Patterns.ApiProxy.Tests.Backends;

public sealed class ServiceDirectoryTests
{
    private static readonly Uri One = new("https://one.example/");
    private static readonly Uri Other = new("https://other.example/api");

    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryTable _table;
    private readonly ServiceDirectory _services;
    private readonly ServiceDirectory _callers;
    private bool _isBroken;

    public ServiceDirectoryTests()
    {
        _table = new InMemoryTable(time: _time);
        _services = new ServiceDirectory(_table, new ServiceDirectoryOptions { Stage = "test" }, _time);
        _callers = new ServiceDirectory(new BrokenTable(_table, () => _isBroken), new ServiceDirectoryOptions { Stage = "test" }, _time);
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
