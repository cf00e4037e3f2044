using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.Kinesis;
using Amazon.SQS;
using StreamWindows.Demo;

const int Rounds = 24;
const int ViewsPerRound = 100;

// Where the stack is: its outputs, as the runner or a deployment names them.
var stack = StackOutputs.FromEnvironment();
using var kinesis = new AmazonKinesisClient();
using var dynamoDb = new AmazonDynamoDBClient();
using var sqs = new AmazonSQSClient();
var stream = new ViewStream(kinesis, stack.PageViewsName);
var table = new CountsTable(dynamoDb, stack.CountsTableName);
var visitorStream = new ViewStream(kinesis, stack.VisitorViewsName);
var (late, broken, ended) = (new Inbox(sqs, stack.LateViewsUrl), new Inbox(sqs, stack.BrokenViewsUrl), new Inbox(sqs, stack.EndedVisitsUrl));

var run = $"run{DateTime.UtcNow:MMddHHmmss}";
var visitors = new Visitors(run, seed: 4);
var browsing = new Browsing(run, seed: 5, start: DateTimeOffset.UtcNow.AddMinutes(-30));
Console.WriteLine($"Telling of {Rounds * ViewsPerRound} views in some 7 seconds.");
for (var round = 0; round < Rounds; round++)
{
    await stream.PutAsync(visitors.Tell(ViewsPerRound, DateTimeOffset.UtcNow));
    await visitorStream.PutAsync(browsing.Tell());
    await Task.Delay(TimeSpan.FromMilliseconds(300));
}

await visitorStream.PutAsync(browsing.End());
Console.WriteLine($"{visitors.Repeated} were told twice, {visitors.TooLate.Count} came an hour late or more, {visitors.Broken} records are none.");
Console.WriteLine();

// The same count on one machine: each view once, in its own minute.
var expected = visitors.Countable
    .GroupBy(view => (view.Page, Minute: view.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture)))
    .ToDictionary(group => group.Key, group => group.Count());
var pages = visitors.Countable.Select(view => view.Page).Distinct().Order(StringComparer.Ordinal).ToList();
var visits = browsing.Visits().ToHashSet();
var counted = new Dictionary<(string Page, string Minute), int>();
var end = DateTimeOffset.UtcNow + TimeSpan.FromSeconds(150);
do
{
    await late.EmptyAsync();
    await broken.EmptyAsync();
    await ended.EmptyAsync();
    counted = await table.ReadAsync(pages);
    Console.WriteLine($"  {counted.Values.Sum(),5} of {visitors.Countable.Count} views are counted, {late.Bodies.Count,3} came too late, {broken.Bodies.Count,3} were none; {ended.Bodies.Count,4} of {visits.Count} visits have ended");
}
while ((ended.Bodies.Count < visits.Count || counted.Values.Sum() < visitors.Countable.Count || late.Bodies.Count < visitors.TooLate.Count || broken.Bodies.Count < visitors.Broken) && DateTimeOffset.UtcNow < end);

Console.WriteLine();
Console.WriteLine("  page                 views   minutes   in its best minute");
Console.WriteLine("  ------------------   -----   -------   ------------------");
foreach (var page in counted.GroupBy(count => count.Key.Page).OrderByDescending(page => page.Sum(count => count.Value)).Take(5))
{
    Console.WriteLine($"  {page.Key,-18}   {page.Sum(count => count.Value),5}   {page.Count(),7}   {page.Max(count => count.Value),18}");
}

Console.WriteLine();
var mistakes = expected.Keys.Union(counted.Keys)
    .Where(key => expected.GetValueOrDefault(key) != counted.GetValueOrDefault(key))
    .Select(key => $"{key.Page} at {key.Minute}: {expected.GetValueOrDefault(key)} views, counted {counted.GetValueOrDefault(key)}.")
    .ToList();
var lateIds = late.Bodies.Select(body => JsonDocument.Parse(body).RootElement.GetProperty("id").GetString()!).ToHashSet();
mistakes.AddRange(visitors.TooLate.Where(view => !lateIds.Contains(view.Id)).Select(view => $"{view.Id} came too late and is not in the queue for that."));
mistakes.AddRange(broken.Bodies.Count == visitors.Broken ? [] : [$"{visitors.Broken} records are no views, but {broken.Bodies.Count} are in the queue for those."]);
List<Visit> endedVisits = [.. ended.Bodies.Select(Visit.FromJson).Where(visit => visit.Visitor.StartsWith(run, StringComparison.Ordinal))];
mistakes.AddRange(visits.Except(endedVisits).Select(visit => $"{visit} has not ended so."));
mistakes.AddRange(endedVisits.Except(visits).Select(visit => $"{visit} ended, and there is none."));
mistakes.AddRange(endedVisits.GroupBy(visit => visit).Where(group => group.Count() > 1).Select(group => $"{group.Key} ended {group.Count()} times."));
foreach (var mistake in mistakes.Take(20))
{
    Console.WriteLine($"  WRONG: {mistake}");
}

Console.WriteLine(mistakes.Count == 0 ? "Every view is counted once, in its own minute, or lies where it should." : $"{mistakes.Count} counts and visits are wrong.");
if (mistakes.Count == 0)
{
    Console.WriteLine($"{browsing.Views} views of visitors make {visits.Count} visits, each ended once, as a computation over all of them has it.");
}

return mistakes.Count == 0 ? 0 : 1;
