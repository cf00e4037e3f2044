using TwoWayChain.Demo;

// Where the stack is: its outputs, as the runner or a deployment names them.
var stack = StackOutputs.FromEnvironment();
var run = Guid.NewGuid().ToString("N")[..6];
var trips = TripBook.Create(run, count: 120);

Console.WriteLine($"Ordering {trips.Count} trips, 4 at a time. Half of them are ordinary; of the others every step fails in every way.");
using var agency = new Agency(stack.ApiUrl);
using var bookings = new Bookings(stack, run);
var journal = new Journal(agency, trips);
await journal.OrderAllAsync();
await journal.CollectAsync(patience: TimeSpan.FromSeconds(120));

var stuck = journal.TakeStuck();
Console.WriteLine($"{stuck.Count} trips are stuck, since their cars cannot be cancelled. Somebody repairs that, and they go on.");
await agency.RepairAsync("car");
await journal.CollectAsync(patience: TimeSpan.FromSeconds(60));

var mistakes = await new Check(trips, journal).RunAsync(agency, bookings);
new Report(trips, journal, mistakes).Print();
return mistakes.Count == 0 ? 0 : 1;
