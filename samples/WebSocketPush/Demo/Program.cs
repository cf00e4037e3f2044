using WebSocketPush.Demo;

const int Clients = 24;
const int Rooms = 4;
const int Lines = 5;

var url = Environment.GetEnvironmentVariable("PATTERNS_OUTPUT_SocketUrl")
    ?? throw new InvalidOperationException("Set PATTERNS_OUTPUT_SocketUrl to the stack's output SocketUrl, or start the demo with 'patterns run … --demo'.");
using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));

Console.WriteLine($"{Clients} people in {Rooms} rooms say {Lines} things each, and lose their connection now and then.");
var clients = Enumerable.Range(0, Clients).Select(i => new ChatClient(new Uri($"{url}?name=person-{i}"), $"person-{i}", $"room/{i % Rooms}", seed: i)).ToList();
await Task.WhenAll(clients.Select(client => client.ChatAsync(Lines, limit.Token)));

// Everyone catches up with the one who has most.
var failures = 0;
foreach (var room in clients.GroupBy(client => client.Room))
{
    var last = room.Max(client => client.Last);
    await Task.WhenAll(room.Select(client => client.FollowAsync(last, limit.Token)));
    var first = room.First();
    var expected = Enumerable.Range(1, (int)last).Select(n => first.Lines[n]).ToList();
    var said = expected.Distinct().Count();
    var isSame = room.All(client => Enumerable.Range(1, (int)last).All(n => client.Lines[n] == expected[n - 1]));
    var isWhole = said == room.Count() * Lines;
    failures += isSame && isWhole ? 0 : 1;
    Console.WriteLine($"{room.Key}: {last} lines, {last - said} of them twice, {room.Sum(client => client.Drops)} connections lost: {(isSame ? "the same for everyone" : "NOT the same")}{(isWhole ? "" : ", and NOT all that was said")}");
}

clients.ForEach(client => client.Dispose());
Console.WriteLine(failures == 0 ? "Everyone has every line of the room, in one order, without a gap." : $"{failures} rooms are wrong.");
return failures == 0 ? 0 : 1;
