using System.Text;
using Patterns;
using Patterns.Aws;
using Patterns.Outbound;

namespace FanIn.Functions;

/// <summary>
/// Plays all suppliers, each with its character: Echo says everything three times, Mumble answers nonsense, Ghost never answers,
/// Snail takes long (its inquiries come through a queue that delays them), and all others simply answer.
/// </summary>
public sealed class Supplier() : RecordHandler<Inquiry>(Json.Default.Inquiry)
{
    public const string Slow = "Snail";

    private readonly SharedOutboundWriter _answers = new(Destination.From(Environment.GetEnvironmentVariable("ANSWERS_QUEUE")!));

    protected override async ValueTask HandleAsync(Inquiry message, RecordContext context)
    {
        foreach (var answer in AnswersTo(message))
        {
            await _answers.SendAsync(answer.CausedBy(context), context.CancellationToken);
        }
    }

    private static IEnumerable<Envelope> AnswersTo(Inquiry inquiry) => inquiry.Supplier switch
    {
        "Ghost" => [],
        "Mumble" => [Nonsense(inquiry)],
        "Echo" => Enumerable.Repeat(Answer(inquiry), 3),
        _ => [Answer(inquiry)],
    };

    private static Envelope Answer(Inquiry inquiry)
    {
        var quote = new Quote(inquiry.RequestId, inquiry.Supplier, PriceList.PriceOf(inquiry));
        return Envelope.Json(IdOf(inquiry), quote, Json.Default.Quote, "quote.given");
    }

    private static Envelope Nonsense(Inquiry inquiry) => new()
    {
        Id = IdOf(inquiry),
        Body = (inquiry.Quantity % 3) switch
        {
            0 => "Cheap! Call us!"u8.ToArray(),
            1 => Encoding.UTF8.GetBytes($$"""{"requestId":"{{inquiry.RequestId}}","supplier":"Mumble"}"""),
            _ => Encoding.UTF8.GetBytes($$"""{"requestId":"{{inquiry.RequestId}}","supplier":"Mumble","price":-1}"""),
        },
    };

    // The same answer has the same id, however often it is given.
    private static string IdOf(Inquiry inquiry) => $"{inquiry.RequestId}/{inquiry.Supplier}";
}
